"""A tiny model learns, resumes, exports to CTranslate2, and comes back from its package."""

from pathlib import Path
from typing import Any

import pytest

torch = pytest.importorskip("torch")
ctranslate2 = pytest.importorskip("ctranslate2")
sentencepiece = pytest.importorskip("sentencepiece")

import numpy as np  # noqa: E402

from starter import batches, vocabulary, warmstart  # noqa: E402
from starter.align import tokens  # noqa: E402
from starter.batches import Sampler, project, words_of  # noqa: E402
from starter.corpus import Pair, Triple  # noqa: E402
from starter.dataset import Dataset  # noqa: E402
from starter.evaluate import Package, detokenized  # noqa: E402
from starter.export import export_checkpoint  # noqa: E402
from starter.model import Shape, Translator  # noqa: E402
from starter.optimiser import orthogonal  # noqa: E402
from starter.train import Settings, resume, start, train  # noqa: E402

WORDS = [("cat", "кот", "pişik"), ("dog", "пёс", "it"), ("house", "дом", "ev"), ("river", "река", "çay")]
TRIPLES = [
    Triple(f"A {a} and a {b}.", f"{ra} и {rb}.", f"{za} və {zb}.", "t") for a, ra, za in WORDS for b, rb, zb in WORDS
]


@pytest.fixture(scope="module")
def pieces(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vocabulary of the toy corpus."""
    path = tmp_path_factory.mktemp("pieces") / "pieces.model"
    vocabulary.learn(TRIPLES, path, size=50)
    return path


def toy() -> Dataset:
    """The toy corpus with diagonal links."""
    pairs = [Pair(each.source, each.target(locale), locale) for each in TRIPLES for locale in ("ru", "az")]
    links = [np.array([[0, 1], [1, 2], [2, 4]], np.uint8)] * len(pairs)
    return Dataset(pairs, links, [(1.0, np.arange(len(pairs)))])


@pytest.fixture(autouse=True)
def small_buffers(monkeypatch: pytest.MonkeyPatch) -> None:
    """A toy corpus needs no twelve thousand draws."""
    monkeypatch.setattr(batches, "BUFFER", 64)


def run(pieces: Path, folder: Path, steps: int) -> Path:
    """A checkpoint after so many steps of a tiny model."""
    settings = Settings(steps=steps, tokens_per_batch=300, warm_up=2, learning_rate=3e-3)
    size = vocabulary.load(pieces).get_piece_size()
    checkpoint = folder / "checkpoint.pt"
    if checkpoint.exists():
        state = resume(checkpoint, settings)
    else:
        torch.manual_seed(1)
        state = start(Translator(Shape(size, 32, 4, 64, 1, 1), settings.dropout), settings)
    train(state, toy(), Sampler(vocabulary.load(pieces)), settings, checkpoint)
    return checkpoint


def weights(checkpoint: Path) -> dict[str, Any]:
    """The model's weights in a checkpoint."""
    return dict(torch.load(checkpoint, weights_only=True)["model"])


def test_same_seed_same_weights(pieces: Path, tmp_path: Path) -> None:
    """Two runs of the same seed and steps end in the same weights, threads or not."""
    folders = [tmp_path / "a", tmp_path / "b"]
    for folder in folders:
        folder.mkdir()
    first, second = (weights(run(pieces, folder, 6)) for folder in folders)
    assert all(torch.equal(first[name], second[name]) for name in first)


def test_resumes_exports_and_comes_back(pieces: Path, tmp_path: Path) -> None:
    """A resumed run counts on; its package translates; its weights read back within int8's precision."""
    run(pieces, tmp_path, 4)
    checkpoint = run(pieces, tmp_path, 8)
    assert torch.load(checkpoint, weights_only=True)["step"] == 8
    packages = export_checkpoint(checkpoint, pieces, "{language}", tmp_path / "out", version="0.2")
    assert [path.name for path in packages] == ["translate-en_ru-0_2.argosmodel", "translate-en_az-0_2.argosmodel"]
    assert len(Package(packages[1], threads=1).translate(["A cat and a dog."])) == 1
    arrays, vocabulary_bytes = warmstart.read_package(packages[0])
    assert vocabulary_bytes == pieces.read_bytes()
    model = Translator(warmstart.shape_of(arrays))
    warmstart.load(model, arrays)
    stored = torch.load(checkpoint, weights_only=True)["average"]
    for name, value in model.state_dict().items():
        assert torch.allclose(value, stored[name], atol=0.02 * float(stored[name].abs().max()) + 1e-6), name


def test_a_deeper_model_starts_as_the_same_function(pieces: Path, tmp_path: Path) -> None:
    """Added layers are the identity until they are trained."""
    arrays, _ = warmstart.read_package(
        export_checkpoint(run(pieces, tmp_path, 2), pieces, "", tmp_path / "out", version="1.0")[0]
    )
    shape = warmstart.shape_of(arrays)
    models = [Translator(Shape(shape.vocabulary, 32, 4, 64, layers, 1)).eval() for layers in (1, 3)]
    for model in models:
        warmstart.load(model, arrays)
    ids = torch.tensor([[5, 6, 7, 3]])
    shallow, deep = (model.decode(ids, ids)[0] for model in models)
    assert torch.allclose(shallow, deep, atol=1e-5)


def test_links_follow_words_into_pieces() -> None:
    """A word link becomes links between all pieces of the two words, counted after the tag."""
    pair = Pair("Big dogs.", "Böyük itlər.", "az")
    source, target = ["▁Big", "▁dog", "s", "."], ["▁Böyük", "▁it", "lər", "."]
    linked = project(pair, source, target, np.array([[1, 1]], np.uint8))
    assert {tuple(row) for row in linked.tolist()} == {(2, 1), (2, 2), (3, 1), (3, 2)}


def test_words_of_pieces_that_spell_something_else() -> None:
    """Pieces that do not spell the text have no words."""
    assert words_of(["▁a"], "abc") is None
    assert tokens("a-b c") == [(0, 1), (1, 2), (2, 3), (3, 4)]


def test_orthogonal_levels_the_singular_values() -> None:
    """What Muon steps along has singular values near one, tall or wide."""
    torch.manual_seed(0)
    for shape in ((48, 16), (16, 48)):
        values = torch.linalg.svdvals(orthogonal(torch.randn(shape)))
        assert ((values > 0.5) & (values < 1.4)).all()


def test_detokenized() -> None:
    """X-WMT's spaces before punctuation go, those between words stay."""
    assert detokenized('He said , " yes " ( twice ) .') == 'He said, "yes" (twice).'

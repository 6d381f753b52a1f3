"""A tiny model learns, resumes, exports to CTranslate2, and comes back from its package."""

from pathlib import Path
from typing import Any

import pytest

torch = pytest.importorskip("torch")
ctranslate2 = pytest.importorskip("ctranslate2")
sentencepiece = pytest.importorskip("sentencepiece")

import numpy as np  # noqa: E402

from l10n.packages import store  # noqa: E402
from starter import batches, dataset, marks, vocabulary, warmstart, weights  # noqa: E402
from starter.align import tokens  # noqa: E402
from starter.batches import Sampler, held_batches, project, words_of  # noqa: E402
from starter.corpus import Pair, Term, Triple  # noqa: E402
from starter.dataset import Dataset, Group  # noqa: E402
from starter.evaluate import Package, detokenized  # noqa: E402
from starter.export import export_weights, unpack  # noqa: E402
from starter.model import LossWeights, Shape, Translator  # noqa: E402
from starter.optimiser import orthogonal  # noqa: E402
from starter.train import Settings, resume, start, train, validate  # noqa: E402

SIZE = len(vocabulary.LETTERS) + 20
"""of a toy vocabulary: all letters, the special pieces and a few more"""

WORDS = [("cat", "кот", "pişik"), ("dog", "пёс", "it"), ("house", "дом", "ev"), ("river", "река", "çay")]
TRIPLES = [
    Triple(f"A {a} and a {b}.", f"{ra} и {rb}.", f"{za} və {zb}.", "t") for a, ra, za in WORDS for b, rb, zb in WORDS
]


@pytest.fixture(scope="module")
def pieces(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vocabulary of the toy corpus."""
    path = tmp_path_factory.mktemp("pieces") / "pieces.model"
    vocabulary.learn(TRIPLES, path, size=SIZE)
    return path


def test_every_letter_has_a_piece(pieces: Path) -> None:
    """What a corpus has seldom or never (Ц, a parenthesis, £) is still no unknown."""
    model = vocabulary.load(pieces)
    assert not [letter for letter in vocabulary.LETTERS if model.piece_to_id(letter) == model.unk_id()]
    assert all(model.piece_to_id(mark) != model.unk_id() for mark in (*vocabulary.TAGS, marks.OPEN, marks.CLOSE))


def toy() -> Dataset:
    """The toy corpus with diagonal links."""
    pairs = [Pair(each.source, each.target(locale), locale) for each in TRIPLES for locale in ("ru", "az")]
    links = [np.array([[0, 1], [1, 2], [2, 4]], np.uint8)] * len(pairs)
    return Dataset(pairs, links, [Group("authored", 1.0, np.arange(len(pairs)))], pairs[:4])


@pytest.fixture(autouse=True)
def small_buffers(monkeypatch: pytest.MonkeyPatch) -> None:
    """A toy corpus needs no twelve thousand draws."""
    monkeypatch.setattr(batches, "BUFFER", 64)


def run(pieces: Path, folder: Path, steps: int, *, processes: int = 0, consistency: float = 0.0) -> Path:
    """The folder after so many steps of a tiny model."""
    folder.mkdir(exist_ok=True)
    settings = Settings(
        steps=steps,
        tokens_per_batch=300,
        warm_up=2,
        learning_rate=3e-3,
        processes=processes,
        loss=LossWeights(consistency=consistency),
    )
    model = vocabulary.load(pieces)
    checkpoint = folder / "checkpoint.pt"
    if checkpoint.exists():
        state = resume(checkpoint, settings)
    else:
        torch.manual_seed(1)
        state = start(Translator(Shape(model.get_piece_size(), 64, 1, 64, 1, 1), settings.dropout), settings)
    train(state, toy(), Sampler(model, sampled=0.5, sampled_target=0.5), settings, folder)
    return folder


def trained(folder: Path) -> dict[str, Any]:
    """The model's weights in a folder's checkpoint."""
    return dict(torch.load(folder / "checkpoint.pt", weights_only=True)["model"])


@pytest.mark.parametrize("consistency", [0.0, 2.0])
def test_same_seed_same_weights(pieces: Path, tmp_path: Path, consistency: float) -> None:
    """Two runs of the same seed and steps end in the same weights, threads or not, processes or not."""
    first = trained(run(pieces, tmp_path / "a", 6, consistency=consistency))
    second = trained(run(pieces, tmp_path / "b", 6, consistency=consistency, processes=2))
    assert all(torch.equal(first[name], second[name]) for name in first)


def test_the_loss_falls_on_pairs_it_has_seen(pieces: Path, tmp_path: Path) -> None:
    """Forty steps on four words teach something about them."""
    held = held_batches(toy(), vocabulary.load(pieces), tokens_per_batch=300)
    losses = [
        validate(resume(run(pieces, tmp_path, steps) / "checkpoint.pt", Settings()), held, "cpu") for steps in (2, 40)
    ]
    assert losses[1] < losses[0] - 0.5


def test_consistency_is_nothing_without_dropout(pieces: Path) -> None:
    """The two passes agree when nothing is dropped; so R-Drop's cross-entropy is the plain one."""
    model = Translator(Shape(vocabulary.load(pieces).get_piece_size(), 64, 1, 64, 1, 1), dropout=0.0)
    (batch, *_) = (each.to("cpu") for each in held_batches(toy(), vocabulary.load(pieces), tokens_per_batch=300))
    parts = (batch.source, batch.prefix, batch.following, batch.links)
    plain, doubled = (model.loss(*parts, LossWeights(consistency=value)) for value in (0.0, 3.0))
    assert torch.allclose(plain[1], doubled[1], atol=1e-5)
    assert torch.allclose(plain[0], doubled[0], atol=1e-5)


def test_weights_leave_in_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Several files hold what one would, in half precision."""
    monkeypatch.setattr(weights, "PART", 5000)
    shape = Shape(50, 64, 1, 64, 1, 1)
    values = Translator(shape).state_dict()
    weights.save(values, shape, tmp_path)
    assert len(list(tmp_path.glob("weights-*.npz"))) > 3
    loaded, back = weights.load(tmp_path)
    assert back == shape
    assert all(torch.allclose(values[name], loaded[name], atol=2e-3) for name in values)


def test_a_data_set_comes_back_from_its_file(tmp_path: Path) -> None:
    """Pairs with terms, links and groups."""
    pair = Pair("Mr Smith said", "сказал Смит", "ru", (Term((0, 8), (7, 11), "Смит"),))
    data = Dataset(
        [pair, pair], [np.array([[0, 2]], np.uint8), np.zeros((0, 2), np.uint8)], [Group("open", 2.0, np.arange(2))], []
    )
    dataset.save(data, tmp_path / "data")
    back = dataset.load(tmp_path / "data")
    assert (back.pairs, back.held) == (data.pairs, data.held)
    assert [links.tolist() for links in back.links] == [[[0, 2]], []]
    (group,) = dataset.reweighted(back, {"open": 0.25, "copies": 0.0}).groups
    assert (group.kind, group.weight, group.indices.tolist()) == ("open", 0.5, [0, 1])


def test_resumes_exports_and_comes_back(pieces: Path, tmp_path: Path) -> None:
    """A resumed run counts on; its package translates; its weights read back within int8's precision."""
    run(pieces, tmp_path, 4)
    folder = run(pieces, tmp_path, 8)
    assert torch.load(folder / "checkpoint.pt", weights_only=True)["step"] == 8
    packages = export_weights(folder, pieces, "{language}", tmp_path / "out", version="0.2")
    assert [path.name for path in packages] == ["translate-en_ru-0_2.argosmodel", "translate-en_az-0_2.argosmodel"]
    with Package(packages[1], threads=1) as package:
        assert len(package.translate(["A cat and a dog."])) == 1
    arrays, vocabulary_bytes = warmstart.read_package(packages[0])
    assert vocabulary_bytes == pieces.read_bytes()
    model = Translator(warmstart.shape_of(arrays))
    warmstart.load(model, arrays)
    stored = torch.load(folder / "checkpoint.pt", weights_only=True)["average"]
    for name, value in model.state_dict().items():
        assert torch.allclose(value, stored[name], atol=0.02 * float(stored[name].abs().max()) + 1e-6), name


def test_ships_the_weights_once(pieces: Path, tmp_path: Path) -> None:
    """Unpacked for l10n, the second package uses the first one's model; what was shipped before is gone."""
    packages = export_weights(run(pieces, tmp_path, 2), pieces, "", tmp_path / "out", version="1.0")
    shipped = tmp_path / "shipped"
    (shipped / "translate-en_ru-0_1").mkdir(parents=True)
    unpack(packages, shipped)
    ru, az = (store.read_package(shipped / f"translate-en_{locale}-1_0") for locale in ("ru", "az"))
    assert ru is not None and az is not None and not ru.problem and not az.problem
    assert (
        az.model == ru.model
        and az.tokenizer().encode("A cat.")
        and az.prefix == ">>az<<"
        and az.term_marks == (marks.OPEN, marks.CLOSE)
    )
    assert [path for path in shipped.rglob("model.bin") if not path.parent.is_symlink()] == [
        ru.path / "model/model.bin"
    ]
    (az.path / "model").unlink()
    (az.path / "model").write_text("../translate-en_ru-1_0/model")  # what Windows makes of a link
    again = store.read_package(az.path)
    assert again is not None and not again.problem and again.model == ru.model
    assert sorted(path.name for path in shipped.iterdir()) == ["translate-en_az-1_0", "translate-en_ru-1_0"]


def test_a_deeper_model_starts_as_the_same_function(pieces: Path, tmp_path: Path) -> None:
    """Added layers are the identity until they are trained."""
    arrays, _ = warmstart.read_package(
        export_weights(run(pieces, tmp_path, 2), pieces, "", tmp_path / "out", version="1.0")[0]
    )
    shape = warmstart.shape_of(arrays)
    models = [Translator(Shape(shape.vocabulary, 64, 1, 64, layers, 1)).eval() for layers in (1, 3)]
    for model in models:
        warmstart.load(model, arrays)
    ids = torch.tensor([[5, 6, 7, 3]])
    shallow, deep = (model.decode(ids, ids)[0] for model in models)
    assert torch.allclose(shallow, deep, atol=1e-5)


def test_headlines_are_read_in_capitals() -> None:
    """A share of them, with the translation as it is; sentences never."""
    headline, sentence = Pair("Big dogs win", "Böyük itlər", "az"), Pair("Big dogs win.", "Böyük itlər.", "az")
    sampler = Sampler(sentencepiece.SentencePieceProcessor(), capitals=1.0)
    chance, none = np.random.default_rng(0), np.zeros((0, 2), np.uint8)
    assert sampler.changed(headline, none, chance)[0] == Pair("BIG DOGS WIN", "Böyük itlər", "az")
    assert sampler.changed(sentence, none, chance)[0] == sentence


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
        values = torch.linalg.svdvals(orthogonal(torch.randn(3, *shape)))
        assert ((values > 0.5) & (values < 1.4)).all()


def test_detokenized() -> None:
    """X-WMT's spaces before punctuation go, those between words stay."""
    assert detokenized('He said , " yes " ( twice ) .') == 'He said, "yes" (twice).'

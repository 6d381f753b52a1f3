"""Headlines in capitals go through sentence case: a model that rarely saw capitals spells them out badly."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from l10n.engines.alignment import Span
from l10n.engines.marks import filled


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ACRONYMS = _words(
    """
    NATO EU UN UNESCO UNICEF UNHCR UNGA UNSC OSCE OPEC IMF IAEA ICC ICJ WTO WHO FIFA UEFA IOC NBA NFL NHL CIS OTS GUAM
    ECO BRICS ASEAN SCO CSTO EEU EAEU OECD EBRD ADB EIB COP PACE CIA FBI KGB FSB GRU MI5 MI6 NASA ESA USAID BBC CNN AP
    AFP BP SOCAR AZAL TAP TANAP BTC BTK PKK IRGC ISIS IDF PLO
    US USA UK UAE USSR DRC DPRK ROK EPA DOJ MP MPS MEP MEPS PM FM CEO CFO VIP NGO NGOS GDP VAT IPO ETF AI PR HR
    TV HIV AIDS COVID DNA GPS LNG LPG CO2 MOU UAV UAVS WMD ICBM POW POWS IQ DJ BMW F1 MMA WWI WWII
    II III IV VI VII VIII IX XI XII
    """
)
"""Written in capitals in running text too: organisations, countries and offices, things, regnal numbers."""

SMALL = _words(
    """
    a an the and or but nor so as at by for from in into of off on onto out over per to up via with about after against
    amid among before behind below between beyond despite down during inside near outside since than through under
    until upon within without is are was were be been being am do does did has have had will would can could may might
    shall should must not no he she it they we you his her its their our your my him them this that these those there
    here who whom whose which what when where why how if while because although all any both each few more most other
    some such only own same too very just now new old first last says say said
    isn aren wasn weren don doesn didn won couldn wouldn shouldn hasn haven hadn
    """
)
"""Function words, which are never names (``US`` and a leading ``WHO`` are: see ACRONYMS)."""

WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:&[^\W_]+)*")
CLITIC = re.compile(r"(?<=[^\W\d_])(['’])(S|T|RE|VE|LL|D|M)\b")
COMMON_ENDING = re.compile(r"(?:ed|ing|ly|ion|ions|ment|ments|ness|ity|ities|ies|ers|ors|ous|ful|able|ive|ism|ists?)$")
INITIALS = re.compile(r"(?:[^\W\d_]\.)+|[^\W\d_]")

Rarity = Callable[[str], tuple[int, ...]]
"""How rare the package's tokenizer finds a spelling: fewer and lower pieces for what its training texts hold."""


def is_shouted(text: str, given: Sequence[Span] = ()) -> bool:
    """The text is in capitals, and is more than a name or an acronym or two.

    Stretches given in the target language count as words, whatever their capitals.
    """
    own = filled(text, given, "0")  # neither a letter nor a word in capitals
    letters = [char for char in own if char.isalpha()]
    capitals = sum(char.isupper() for char in letters)
    plain = [word for word in re.findall(r"[^\W\d_]{4,}", own) if word.isupper() and word not in ACRONYMS]
    if not plain or capitals < 0.9 * len(letters):
        return False
    return len(letters) + sum(end - start for start, end in given) >= 8 and len(plain) + len(given) >= 2


def sentence_case(text: str, rarity: Rarity, given: Sequence[Span] = ()) -> str:
    """The text as it would stand in a sentence; as long as before, character for character.

    Acronyms keep their capitals; a name is told from a common word by the spelling the tokenizer knows better. What is
    given in the target language stays as it is.
    """
    spoken = _spoken(filled(text, given, "x"), rarity)  # a word, and in small letters
    for start, end in given:
        spoken = spoken[:start] + text[start:end] + spoken[end:]
    return spoken


def _spoken(text: str, rarity: Rarity) -> str:
    pieces = []
    at = 0
    whole, text = text, CLITIC.sub(lambda match: match.group().lower(), text)
    for match in WORD.finditer(text):
        first = not any(char.isalnum() for char in text[:at])
        pieces += [text[at : match.start()], _recased(match.group(), first, rarity)]
        at = match.end()
    result = "".join([*pieces, text[at:]])
    return result if len(result) == len(whole) else whole


def _recased(word: str, first: bool, rarity: Rarity) -> str:
    if not word.isupper() or any(char.isdigit() for char in word):
        return word
    lower = word.lower()
    title = word[0] + lower[1:]
    if word in ACRONYMS and (word != "WHO" or first):
        return word
    if lower in ("a", "i"):
        return word if first or word == "I" else lower
    if INITIALS.fullmatch(word):
        return word
    if lower in SMALL:
        return title if first else lower
    return title if first or _is_name(title, lower, rarity) else lower


def _is_name(title: str, lower: str, rarity: Rarity) -> bool:
    """A word that the tokenizer knows whole is what it knows; of one that it has to spell, the ending decides, and
    without a common ending it is taken for a name: a name in small letters is translated as a word, which is worse than
    the other mistake."""
    as_name, as_word = rarity(title), rarity(lower)
    if min(as_name[0], as_word[0]) == 1:
        return as_name < as_word
    return not COMMON_ENDING.search(lower)

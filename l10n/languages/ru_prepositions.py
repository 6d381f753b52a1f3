"""The vowel that a preposition takes before the word that follows, by the newspaper norm."""

from __future__ import annotations

import re

from l10n.languages.ru_letters import VOWELS, key_of, like

FORMS = {
    **dict.fromkeys(("в", "во"), ("в", "во")),
    **dict.fromkeys(("с", "со"), ("с", "со")),
    **dict.fromkeys(("к", "ко"), ("к", "ко")),
    **dict.fromkeys(("о", "об", "обо"), ("о", "об")),
    **dict.fromkeys(("из", "изо"), ("из", "изо")),
    **dict.fromkeys(("над", "надо"), ("над", "надо")),
    **dict.fromkeys(("под", "подо"), ("под", "подо")),
    **dict.fromkeys(("перед", "передо"), ("перед", "передо")),
    **dict.fromkeys(("от", "ото"), ("от", "ото")),
    **dict.fromkeys(("без", "безо"), ("без", "безо")),
}
_CONSONANT = "[бвгджзйклмнпрстфхцчшщ]"
WITH_VOWEL = {
    "в": re.compile(rf"[вф]{_CONSONANT}|(?:льв|льд|мно|мн[еео]|дво|тьм|ржи|рту|рву)(?!$)|львов|мгл|мрак$|всё|все"),
    "с": re.compile(rf"[сзшжщ]{_CONSONANT}|щ|льв|льд|льн|мно[ейю]|мн[ео]|вс[еёя]|втор|вчер|ртом|рту|лба|лжи|ржи|дн(?:я|ем)$"),
    "к": re.compile(r"льв|льд|мне|мног|вс[еёя]|втор|всяк|дну|дню$|лбу|рту|ржи|лжи|сну$"),
    "из": re.compile(r"льв|льда|рта|ржи|лжи|всех|всего|всей|лба"),
    "над": re.compile(r"мн|льв|льд|всем|рвом|ртом|ржью"),
    "под": re.compile(r"мн|льв|льд|всем|ртом|рвом|ржью"),
    "перед": re.compile(r"мн|всем|льв"),
    "от": re.compile(r"льв|льда|рта|ржи|лжи|сна$|лба|всех|всего|всей"),
    "без": re.compile(r"всяк|льва|льда|лжи|сна$"),
}
"""What a word begins with when the preposition before it takes the vowel: во Франции, со Шри-Ланкой, ко Львову."""
SPELLED = {"в": "вэ", "ф": "эф", "с": "эс", "м": "эм", "н": "эн", "л": "эл", "р": "эр", "х": "ха", "ц": "це"}
"""How an abbreviation that is read by letters begins: об МВД, об НХЛ; с США by its first sound."""


def agree_preposition(preposition: str, following: str) -> str:
    """The form of the preposition before the words that follow: во before Франции, об before Азербайджане.

    Any other preposition comes back as it was; capitals are kept.
    """
    low = preposition.lower()
    if low not in FORMS:
        return preposition
    short, long = FORMS[low]
    word = following.lstrip(" \u00a0«„“\"'([")
    first = re.split(r"[\s\u00a0]", word, maxsplit=1)[0].strip(".,;:!?»”\")")
    if not first or not re.match(r"[А-Яа-яЁё]", first):
        return preposition
    heard = _heard(first)
    if short == "о":
        chosen = _about(heard, low)
    else:
        chosen = long if WITH_VOWEL[short].match(heard) else short
    return like(preposition, chosen) if len(preposition) > 1 or preposition.islower() else chosen.capitalize()


def _about(heard: str, low: str) -> str:
    """об before a vowel sound (not before е ё ю я, which begin with й); обо мне, обо всём."""
    if re.match(r"мне$|вс[её](?:х|м|й)?$", heard):
        return "обо"
    return "об" if heard[0] in "аиоуэы" else "о"


def _heard(word: str) -> str:
    """The beginning of the word as it is read aloud, in small letters."""
    letters = re.match(r"[А-ЯЁ]{2,}", word)
    low = key_of(word)
    if letters and not any(letter in VOWELS for letter in letters[0].lower()):
        return SPELLED.get(low[0], low[0] + "э") + low[1:]
    return low

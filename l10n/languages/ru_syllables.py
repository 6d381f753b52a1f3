"""Chinese, Korean and Vietnamese names as Russian writes them: told by their syllables."""

from __future__ import annotations

import re

from l10n.languages.ru_letters import syllables

_INITIAL = r"(?:чж|цз|[бпмфдтнлгкхцчшжс])?"
_FINAL = (
    r"(?:уань|уан|уай|юань|юэ|юнь|юн|яо|янь|ян|ань|ан|ай|ао|эй|энь|эн|ень|инь|ин|унь|ун|уй|уо|оу|ё|ю|я"
    r"|юй|ье|е|а|о|э|и|у|ы|эр)"
)
_SYLLABLE = rf"(?:{_INITIAL}{_FINAL}|в(?:ань|ан|эй|энь|эн|о))"
_DIPHTHONG = re.compile(r"ыо|уо|ау|уа|иа|оа|уе|ие|ыа|уэ")
CHINESE_WORD = re.compile(rf"{_SYLLABLE}{{1,3}}")


def is_chinese(word: str) -> bool:
    """The word falls into syllables of the Palladius transcription: Цзиньпин, Цзечи; not Томбинский."""
    return word.lower() != "гуайдо" and bool(CHINESE_WORD.fullmatch(word.lower()))


def is_monosyllabic_name(word: str) -> bool:
    """One capitalised syllable, as in Ким Чен Ын or, with a diphthong, Нгуен Суан Фук."""
    heard = _DIPHTHONG.sub("а", word.lower())
    return word[:1].isupper() and (syllables(heard) == 1 or heard in ("хюэ", "тхюи"))


def is_vietnamese(word: str) -> bool:
    """One syllable with a diphthong that only Vietnamese has: Кыонг, Туонг."""
    return bool(re.search(r"[ыу]о", word.lower())) and is_monosyllabic_name(word)

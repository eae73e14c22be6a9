"""Guesses which language a text is in, from its letters and its smallest words.

A guess that is wrong does harm (sentences split by the rules of another language, a note that is none), no guess does
not. So short texts, and languages as close as Danish and Norwegian, get none.
"""

import re
from collections import Counter

SAMPLE = 20_000
FEWEST_WORDS = 20
SHARE = 0.12
"""How many of the words must be among the language's smallest; running text has 0.2 to 0.4."""
DISTINCT = 4
"""How many different ones there must be: a list of matches is full of `v`, and yet not Czech."""
LEAD = 1.3
"""How many times as many as of the next language."""
MOSTLY = 0.5
"""Share of a text's letters that makes it one in their script; Japanese and Chinese mix with Latin names."""

NAMES = {
    "ar": "Arabic", "bn": "Bengali", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English",
    "es": "Spanish", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hu": "Hungarian",
    "id": "Indonesian", "it": "Italian", "ja": "Japanese", "km": "Khmer", "ko": "Korean", "my": "Burmese",
    "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
    "sv": "Swedish", "ta": "Tamil", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "vi": "Vietnamese",
    "zh": "Chinese",
}  # fmt: skip
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = {
    "kana": re.compile("[\u3041-\u30fa\u30fc-\u30ff]"),
    "han": re.compile("[\u3400-\u9fff]"),
    "ko": re.compile("[\uac00-\ud7a3]"),
    "th": re.compile("[\u0e01-\u0e3a\u0e40-\u0e4e]"),
    "my": re.compile("[\u1000-\u109f]"),
    "km": re.compile("[\u1780-\u17d3]"),
    "cyrillic": re.compile("[\u0400-\u04ff]"),
    "el": re.compile("[\u0370-\u03ff]"),
    "ar": re.compile("[\u0620-\u064a]"),
    "he": re.compile("[\u05d0-\u05ea]"),
    "hi": re.compile("[\u0904-\u0963]"),
    "bn": re.compile("[\u0985-\u09e3]"),
    "ta": re.compile("[\u0b85-\u0bcd]"),
}
_UKRAINIAN = re.compile("[іїєґ]", re.I)
_RUSSIAN = re.compile("[ыэъё]", re.I)
_SMALL_WORDS = {
    "cs": "a v na se je že z s do o i to k za pro ve po od by jsem jako byl ale které který podle jeho uvedl",
    "da": "og i at det er en den til af på de med for der ikke som et har har var jeg fra sig ud efter også blev hun",
    "de": "der die das und in den von zu mit dem ist nicht sich auf ein eine als auch es im an des er hat für war",
    "en": "the of and to in a is that for was on with as by at from it he be this are his has have had but not said",
    "es": "de la que el en y a los se del las un por con no una su para es al lo como más fue ha sus este entre",
    "fi": "ja on ei että oli se hän mutta ovat joka myös kun sen niin mukaan tai hänen olla kuin ollut sitä jo voi",
    "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec ont",
    "hu": "a az és hogy nem is egy volt ez meg csak már de mint vagy azt el még ki szerint lesz után pedig kell",
    "id": "yang dan di dari untuk dengan ini itu pada tidak dalam ke akan oleh juga ada telah sebagai mereka adalah",
    "it": "di e il la che in a per un è del non una i le con si della da al sono nel alla dei ha gli più come lo",
    "nl": "de van het een en in is dat op te zijn met voor niet die er aan om ook als door bij maar hij uit werd",
    "no": "og i det er en den til av på de med for ikke som et har at var jeg fra seg ut etter også ble hun sier",
    "pl": "w i na się z do nie że to o jest po od jak za przez dla co był ale są oraz został tym który przy tego",
    "pt": "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao foi das à seu sua ou",
    "ro": "de și în a la cu pe nu că o un din care mai pentru este sunt fost au sa ce al după lui prin a fi dar",
    "sv": "och i att det som en på är av för med till den har de inte om ett men var från sig vid han kan efter så",
    "tr": "ve bir bu da de için ile çok olarak daha olan gibi sonra kadar ise ancak ne var en dedi göre oldu her",
    "vi": "và của là có được trong không cho các một người với này đã những từ khi đến về ở như tại cũng ra để",
}
_WORDS = {language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()}
_LANGUAGES_OF = {
    word: [language for language, words in _WORDS.items() if word in words]
    for word in frozenset().union(*_WORDS.values())
}
_OTHER_SCRIPT = re.compile("[^\u0000-\u036f\u2000-\u206f]")
"""What is neither a Latin letter nor a mark of running text."""


def language_of(text: str) -> str | None:
    """Return the two-letter code of the language that a text is surely in, or None."""
    sample = text[:SAMPLE]
    if not _OTHER_SCRIPT.search(sample):
        return _by_words(sample)
    letters = len(_LETTER.findall(sample))
    if not letters:
        return None
    shares = {script: len(pattern.findall(sample)) / letters for script, pattern in _SCRIPTS.items()}
    if shares["kana"] + shares["han"] >= MOSTLY and letters >= FEWEST_WORDS:
        return "ja" if shares["kana"] >= 0.1 else "zh" if shares["kana"] < 0.02 else None
    if shares["cyrillic"] >= MOSTLY:
        return _cyrillic(sample, letters)
    for language in NAMES:
        if shares.get(language, 0.0) >= MOSTLY and letters >= FEWEST_WORDS:
            return language
    return _by_words(sample)


def _cyrillic(sample: str, letters: int) -> str | None:
    ukrainian, russian = len(_UKRAINIAN.findall(sample)), len(_RUSSIAN.findall(sample))
    if letters < 5 * FEWEST_WORDS or max(ukrainian, russian) < 3:
        return None
    if min(ukrainian, russian) > 0.1 * max(ukrainian, russian):
        return None
    return "uk" if ukrainian > russian else "ru"


def _by_words(sample: str) -> str | None:
    words = Counter(_WORD.findall(sample.lower()))
    total = sum(words.values())
    if total < FEWEST_WORDS:
        return None
    counts = dict.fromkeys(_WORDS, 0)
    for word in words.keys() & _LANGUAGES_OF.keys():
        for language in _LANGUAGES_OF[word]:
            counts[language] += words[word]
    (most, language), (second, _) = sorted(((n, name) for name, n in counts.items()), reverse=True)[:2]
    distinct = len(_WORDS[language] & words.keys())
    return language if most >= SHARE * total and most >= LEAD * second and distinct >= DISTINCT else None

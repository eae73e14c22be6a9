"""Units of measure and money: what each is a multiple of, so that 5 km and 3.1 miles come out alike."""

from collections.abc import Mapping

from checker.facts.vocabulary import words

UNITS: Mapping[str, tuple[str, float]] = {
    word: (dimension, factor)
    for dimension, rows in {
        "length": (
            ("kilometer kilometers kilometre kilometres km kms", 1000.0),
            ("meter meters metre metres", 1.0),
            ("centimeter centimeters centimetre centimetres cm", 0.01),
            ("millimeter millimeters millimetre millimetres mm", 0.001),
            ("mile miles", 1609.344),
            ("yard yards", 0.9144),
            ("foot feet ft", 0.3048),
            ("inch inches", 0.0254),
        ),
        "mass": (
            ("kilogram kilograms kilogramme kilogrammes kg kgs kilo kilos", 1.0),
            ("gram grams gramme grammes", 0.001),
            ("milligram milligrams mg", 0.000001),
            ("microgram micrograms mcg", 0.000000001),
            ("tonne tonnes", 1000.0),
            ("ton tons", 907.185),
            ("lb lbs", 0.45359),
            ("ounce ounces oz", 0.02835),
        ),
        "area": (
            ("acre acres", 4046.86),
            ("hectare hectares ha", 10000.0),
        ),
        "volume": (
            ("liter liters litre litres", 1.0),
            ("centiliter centiliters centilitre centilitres cl", 0.01),
            ("milliliter milliliters millilitre millilitres ml", 0.001),
            ("gallon gallons", 3.785),
            ("pint pints", 0.5),
            ("barrel barrels", 158.987),
        ),
        "speed": (
            ("mph", 1.609344),
            ("kph kmh", 1.0),
            ("knot knots", 1.852),
        ),
        "data": (
            ("byte bytes", 1.0),
            ("kilobyte kilobytes kb", 1e3),
            ("megabyte megabytes mb", 1e6),
            ("gigabyte gigabytes gb", 1e9),
            ("terabyte terabytes tb", 1e12),
        ),
        "power": (
            ("watt watts", 1.0),
            ("kilowatt kilowatts kw", 1e3),
            ("megawatt megawatts mw", 1e6),
            ("gigawatt gigawatts gw", 1e9),
        ),
        "frequency": (
            ("hertz hz", 1.0),
            ("kilohertz khz", 1e3),
            ("megahertz mhz", 1e6),
            ("gigahertz ghz", 1e9),
        ),
        "duration": (
            ("millisecond milliseconds", 0.001),
            ("second seconds secs", 1.0),
            ("minute minutes mins", 60.0),
            ("hour hours hrs", 3600.0),
            ("day days", 86400.0),
            ("week weeks", 604800.0),
            ("month months", 2629800.0),
            ("year years yr yrs", 31557600.0),
            ("decade decades", 315576000.0),
            ("century centuries", 3155760000.0),
        ),
    }.items()
    for forms, factor in rows
    for word in words(forms)
}
"""Lower-case unit word -> (dimension, how many of the dimension's basic unit)."""

_SIGNS = words("$/dollar £/pound €/euro ¥/yen ₹/rupee ₽/ruble ₩/won ₺/lira ₴/hryvnia ₪/shekel")
CURRENCY_SIGNS: Mapping[str, str] = {row[0]: row[2:] for row in _SIGNS}
CURRENCY_WORDS: Mapping[str, str] = {
    word: currency
    for currency, forms in {
        "dollar": "dollar dollars usd buck bucks",
        "pound": "pound pounds gbp sterling quid",
        "euro": "euro euros eur",
        "yen": "yen jpy",
        "yuan": "yuan renminbi rmb cny",
        "rupee": "rupee rupees inr rs",
        "ruble": "ruble rubles rouble roubles rub",
        "franc": "franc francs chf",
        "krona": "krona kronor krone kroner sek nok dkk",
        "won": "krw",
        "peso": "peso pesos",
        "rand": "zar",
        "lira": "lira",
        "shekel": "shekel shekels",
        "hryvnia": "hryvnia hryvnias",
    }.items()
    for word in words(forms)
}
"""Lower-case word or code -> currency."""
MINOR_MONEY: Mapping[str, str] = {"cent": "dollar", "cents": "dollar", "pence": "pound", "penny": "pound"}


def is_temperature(word: str) -> bool:
    """Say whether this lower-case word names a temperature scale."""
    return word in ("c", "f", "celsius", "fahrenheit", "centigrade")


def to_celsius(value: float, scale: str) -> float:
    """Turn degrees of the scale (a lower-case name or letter) into degrees Celsius."""
    return (value - 32.0) / 1.8 if scale.startswith("f") else value

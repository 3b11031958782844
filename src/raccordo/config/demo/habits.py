"""How often what happens at which point, as weights.

Where figures of comparable centres are public, they are used: professionals are 28 in 100 (family centre of Val
d'Enza, 2022: 202 of 724 accesses); in person 39, by telephone 49, by mail 12 (family centre of Maranello, 2013).
The rest is invented.
"""

from collections.abc import Mapping

Weights = Mapping[str, float]

CONTACTS_A_YEAR = 700
PROFESSIONALS = 0.28
CHANNELS: Weights = {"PERS": 31, "APPU": 8, "TEL": 49, "MAIL": 12}
IN_PERSON = frozenset({"PERS", "APPU", "SCUO"})

# point → (share of the contacts, who registers there)
POINTS: Mapping[str, tuple[float, str]] = {
    "HUB": (34, "operatore.hub"),
    "SP1": (22, "educatore.sp1"),
    "SP1B": (3, "educatore.sp1"),
    "SP2": (7, "psicologa"),
    "SP3": (15, "coordinatore.sp3"),
    "SP3B": (9, "coordinatore.sp3"),
    "SP4": (10, "operatore.sp4"),
}

CITIZENS: Weights = {
    "MADRE": 50, "PADRE": 17, "COPPIA": 10, "ATTESA": 5, "NONNO": 6, "AFFAD": 2, "TUTOR": 1, "FAMIL": 3, "ADOL": 4,
    "GIOV": 2,
}  # fmt: skip
WORKERS: Weights = {"INSEG": 56, "OPSOC": 22, "OPSAN": 12, "AVVOC": 5, "ENTE": 5}

# what brings people to the points that have a purpose of their own; the others are like the hub
NEEDS: Mapping[str, Weights] = {
    "HUB": {"INF": 28, "GEN": 22, "COP": 13, "MIN": 13, "ADO": 9, "RET": 5, "CUR": 3, "ECO": 4, "CAS": 2, "AFF": 1},
    "SP1": {"GEN": 41, "INF": 21, "MIN": 20, "PER": 8, "RET": 6, "PAD": 4},
    "SP2": {"PAD": 34, "PER": 32, "INF": 16, "GEN": 14, "COP": 4},
    "SP3B": {"MIN": 40, "GEN": 25, "ADO": 17, "INF": 12, "RET": 6},
    "SP4": {"COP": 66, "INF": 17, "GEN": 11, "RET": 6},
}
PHASES: Weights = {
    "GRAV": 4, "MILLE": 17, "INF": 21, "PRIM": 20, "PREA": 9, "ADOL": 11, "GADU": 2, "SEPA": 11, "CURA": 2, "MIGR": 2,
    "NONA": 1,
}  # fmt: skip
PHASES_OF: Mapping[str, Weights] = {
    "SP1": {"MILLE": 34, "INF": 60, "SEPA": 6},
    "SP1B": {"MILLE": 40, "INF": 60},
    "SP2": {"GRAV": 28, "MILLE": 66, "INF": 6},
    "SP3B": {"PRIM": 58, "PREA": 36, "SEPA": 6},
    "SP4": {"SEPA": 74, "PRIM": 12, "ADOL": 8, "INF": 6},
}
SOURCES: Weights = {
    "SPON": 24, "PASSAP": 18, "SCUO": 19, "COMUN": 10, "SSC": 9, "PLS_MMG": 6, "ASST_CF": 4, "UCIPEM": 3, "AGIO": 2,
    "PARR": 3, "NPIA": 2,
}  # fmt: skip
OUTCOMES: Weights = {"E1": 47, "E2": 16, "E4": 16, "E3": 6, "E6": 4, "E7": 5, "E9": 4, "E10": 1, "E11": 1}
OUTCOMES_OF_WORKERS: Weights = {"E8": 84, "E7": 4, "E9": 7, "E2": 5}
SERVICE_OF: Mapping[str, str] = {
    "E1": "S01",
    "E2": "S02",
    "E3": "S09",
    "E4": "S03",
    "E6": "S02",
    "E7": "S02",
    "E9": "S03",
}
# August and Christmas are quiet, September and January busy
MONTHS: Weights = {
    "1": 1.15, "2": 1.1, "3": 1.1, "4": 0.95, "5": 1.0, "6": 0.8, "7": 0.5, "8": 0.15, "9": 1.1, "10": 1.25, "11": 1.2,
    "12": 0.75,
}  # fmt: skip

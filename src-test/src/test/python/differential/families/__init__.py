"""All families; one module each."""

from differential.families import calibration, decisions, positive, regression, scores
from differential.family import Family

FAMILIES: dict[str, Family] = {
    module.FAMILY.name: module.FAMILY
    for module in (regression, positive, decisions, scores, calibration)
}

"""All families; one module each."""

from differential.families import binary, positive, regression
from differential.family import Family

FAMILIES: dict[str, Family] = {
    family.name: family for family in (regression.FAMILY, positive.FAMILY, binary.FAMILY)
}

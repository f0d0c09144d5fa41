"""All families; one module each."""

from differential.families import (
    calibration,
    class_scores,
    classes,
    decisions,
    multilabel,
    positive,
    regression,
    scores,
)
from differential.family import Family

FAMILIES: dict[str, Family] = {
    module.FAMILY.name: module.FAMILY
    for module in (
        regression,
        positive,
        decisions,
        scores,
        calibration,
        classes,
        class_scores,
        multilabel,
    )
}

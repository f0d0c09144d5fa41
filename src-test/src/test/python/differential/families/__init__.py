"""All families; one module each."""

from differential.families import (
    association,
    calibration,
    class_scores,
    classes,
    decisions,
    distributions,
    drift,
    embeddings,
    language,
    lists,
    multilabel,
    positive,
    profile,
    regression,
    scores,
    texts,
)
from differential.family import Family

FAMILIES: dict[str, Family] = {
    module.FAMILY.name: module.FAMILY
    for module in (
        regression,
        association,
        positive,
        decisions,
        scores,
        calibration,
        classes,
        class_scores,
        multilabel,
        lists,
        texts,
        distributions,
        embeddings,
        language,
        drift,
        profile,
    )
}

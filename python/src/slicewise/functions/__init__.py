"""Every metric as an aggregate function, and the functions on states.

>>> from slicewise import functions as F
>>> df.groupBy("city").agg(F.rmse("y", "p"), F.roc_auc("y", "p"))

Columns are given as such or by name; parameters that are not given are the catalogue's,
or those of a profile. Every metric takes besides its own parameters:

weight : Column or str, optional
    Of a row, finite and at least 0; without it every row weighs 1.
profile : str, optional
    Whose conventions parameters follow that are not given: slicewise, sklearn, mllib,
    torchmetrics or tfma; else what the session sets as spark.slicewise.profile.
**columns : Column or str
    Further roles by name, where a parameter makes the metric read them.
"""

from slicewise.functions._family_binary_classification import *  # noqa: F403
from slicewise.functions._family_calibration import *  # noqa: F403
from slicewise.functions._family_combined import *  # noqa: F403
from slicewise.functions._family_comparison_of_models import *  # noqa: F403
from slicewise.functions._family_drift import *  # noqa: F403
from slicewise.functions._family_fairness import *  # noqa: F403
from slicewise.functions._family_features_and_columns import *  # noqa: F403
from slicewise.functions._family_language import *  # noqa: F403
from slicewise.functions._family_losses import *  # noqa: F403
from slicewise.functions._family_multiclass import *  # noqa: F403
from slicewise.functions._family_preference import *  # noqa: F403
from slicewise.functions._family_quality import *  # noqa: F403
from slicewise.functions._family_ranking import *  # noqa: F403
from slicewise.functions._family_ranking_of_scores_thresholds_and_curves import *  # noqa: F403
from slicewise.functions._family_regression import *  # noqa: F403
from slicewise.functions._family_text import *  # noqa: F403
from slicewise.functions._states import *  # noqa: F403

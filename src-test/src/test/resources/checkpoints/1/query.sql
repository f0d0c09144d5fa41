SELECT
  pmod(value, 4) AS slice,
  eval_state('mae, max_error, median_absolute_error, normalized_gini, r2_score, spearman_corrcoef, worst_rows(k=3)',
    y, p, weight => w, key => value) AS regression,
  eval_state('expected_calibration_error, log_loss, recall(threshold=0.3), roc_auc', late, score) AS scores,
  eval_state('brier', late, score, key => value, jackknife => true) AS grouped,
  eval_state('confusion_matrix', label => class, prediction => guess) AS classes,
  eval_state('distinct_count, category_counts, population_stability_index', value => y, split => side) AS columns,
  eval_state('condition_number', features => array(y, p)) AS features,
  eval_sliced_state('mae, rmse', class, y, p, weight => w, max_slices => 2) AS sliced,
  eval_merge(stored) AS merged,
  mae(y, p) AS mae,
  rmse(y, p) AS rmse,
  roc_auc(late, score) AS roc_auc,
  huber(y, p, delta => 2.0) FILTER (WHERE side = 'current') AS huber
FROM (
  SELECT
    value,
    if(pmod(value, 11) = 7, NULL, pmod(value * 7919, 1000) / 7D) AS y,
    pmod(value * 104729, 1000) / 9D AS p,
    if(pmod(value, 13) = 5, NULL, pmod(value, 3) / 4D) AS w,
    pmod(value * 31, 7) < 3 AS late,
    if(pmod(value, 17) = 4, double('NaN'), pmod(value * 613, 101) / 101D) AS score,
    substring('abcde', CAST(pmod(value * value, 5) + 1 AS INT), 1) AS class,
    substring('abcde', CAST(pmod(value * 3, 5) + 1 AS INT), 1) AS guess,
    if(pmod(value, 3) = 0, 'reference', 'current') AS side,
    X'534C57530101E0F0B5516068CCB1172D692D206D65616E5F6162736F6C7574655F6572726F7203012100001000000003000000010100000000000000000002012100000800000002000000183625F7' AS stored
  FROM arrivals
)
GROUP BY pmod(value, 4)

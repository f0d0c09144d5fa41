package dev.slicewise.core.golden;

import dev.slicewise.core.metric.GoldenCase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What each expected key of a golden case asks: by default the metric of that name, and for a lone
 * number or {@code mean} the metric of the case's name with the case's parameters. The table holds
 * the rest, one line a case: {@code key = metric}, with {@code #} a detail of the value, {@code @}
 * a row counter, {@code :} a column of the curve, and {@code +} between the members of a list.
 */
final class GoldenQueries {
  private static final String TABLE =
      """
      metric_regression_suite | adjusted_r2_p2 = adjusted_r2(predictors=2); \
        d2_pinball_0_9 = d2_pinball_score(alpha=0.9)
      metric_regression_suite_weighted | weighted_p50_abs = p50_abs
      metric_single_row | adjusted_r2 = adjusted_r2(predictors=0)
      metric_r2_constant_labels | force_finite = r2_score(force_finite=true)
      metric_r2_constant_perfect | force_finite = r2_score(force_finite=true)
      metric_mape_zeros | skip = mape(zero_label=skip); epsilon = mape(zero_label=epsilon); \
        null = mape(zero_label=null); n_zero_label = mape@n_zero_label
      metric_mape_all_zero | skip = mape; n_zero_label = mape@n_zero_label
      metric_mase | = mean_absolute_scaled_error
      metric_interval | mean_interval_score = mean_interval_score(alpha=0.1)
      metric_quantile_rank_trap | = quantile_abs_error(q=0.07) + p50_abs + p90_abs + p95_abs \
        + p99_abs + p999_abs
      metric_quantiles | inverted_cdf = p50_abs + p90_abs + p95_abs + p99_abs; \
        linear = quantile_abs_error(q=0.5,method=linear) + quantile_abs_error(q=0.9,method=linear) \
        + quantile_abs_error(q=0.95,method=linear) + quantile_abs_error(q=0.99,method=linear); \
        averaged_inverted_cdf = quantile_abs_error(q=0.5,method=averaged_inverted_cdf) \
        + quantile_abs_error(q=0.9,method=averaged_inverted_cdf) \
        + quantile_abs_error(q=0.95,method=averaged_inverted_cdf) \
        + quantile_abs_error(q=0.99,method=averaged_inverted_cdf)
      metric_weighted_quantiles | = p50_abs + p90_abs + p95_abs + p99_abs
      metric_signed_quantiles | = quantile_signed_error(q=0.05) + quantile_signed_error(q=0.25) \
        + quantile_signed_error(q=0.5) + quantile_signed_error(q=0.75) \
        + quantile_signed_error(q=0.95)
      metric_cvar | = tail_mean_abs_error(q=0.75) + tail_mean_abs_error(q=0.9) \
        + tail_mean_abs_error(q=0.95)
      metric_pearson | pearson = pearson_corrcoef; concordance = concordance_corrcoef
      seed004_row1 | huber = huber(delta=1); n_zero_label = mape@n_zero_label
      seed004_row2 | huber = huber(delta=1); n_zero_label = mape@n_zero_label
      seed004_row3 | huber = huber(delta=1); n_zero_label = mape@n_zero_label
      loss_log_loss_extreme | mean = log_loss
      policy_probability_domain | log_loss = log_loss
      metric_binary_confusion | fbeta_2 = fbeta_score(beta=2); fbeta_0_5 = fbeta_score(beta=0.5)
      metric_no_predicted_positive | precision_zero_division_0 = precision(zero_division=0)
      metric_at_constraint | precision_at_recall_0.9 = precision_at_recall(recall=0.9); \
        precision_at_recall_0.9_threshold = precision_at_recall(recall=0.9)#threshold; \
        recall_at_precision_0.8 = recall_at_precision(precision=0.8); \
        recall_at_precision_0.8_threshold = recall_at_precision(precision=0.8)#threshold; \
        specificity_at_sensitivity_0.85 = specificity_at_sensitivity(sensitivity=0.85); \
        fpr_at_tpr_0.85 = fpr_at_tpr(tpr=0.85); \
        sensitivity_at_specificity_0.8 = sensitivity_at_specificity(specificity=0.8); \
        youden_j_max = optimal_threshold(objective=youden)#objective_value
      at_constraint_ceil_trap | specificity = specificity_at_sensitivity(sensitivity=0.55); \
        threshold = specificity_at_sensitivity(sensitivity=0.55)#threshold; \
        fp = specificity_at_sensitivity(sensitivity=0.55)#fp; \
        tp = specificity_at_sensitivity(sensitivity=0.55)#tp
      metric_expected_cost | expected_cost = expected_cost(cost_fp=1,cost_fn=10); \
        min_expected_cost = min_expected_cost(cost_fp=1,cost_fn=10); \
        argmin_threshold = min_expected_cost(cost_fp=1,cost_fn=10)#argmin_threshold; \
        bayes_threshold = min_expected_cost(cost_fp=1,cost_fn=10)#bayes_threshold
      metric_lift | lift = lift(fraction=0.25); gain = gain(fraction=0.25)
      metric_calibration | bin_count = reliability_curve(n_bins=5):n; \
        bin_mean_prediction = reliability_curve(n_bins=5):mean_prediction; \
        bin_mean_label = reliability_curve(n_bins=5):mean_label; \
        expected_calibration_error = expected_calibration_error(n_bins=5); \
        maximum_calibration_error = maximum_calibration_error(n_bins=5); \
        rms_calibration_error = rms_calibration_error(n_bins=5); \
        adaptive_calibration_error = adaptive_calibration_error(bins=5); \
        murphy_reliability = murphy_reliability(n_bins=5); \
        murphy_resolution = murphy_resolution(n_bins=5); \
        within_bin_variance = within_bin_variance(n_bins=5); \
        within_bin_covariance = within_bin_covariance(n_bins=5); \
        spiegelhalter_p = spiegelhalter_z#p_value
      metric_hosmer_lemeshow | statistic = hosmer_lemeshow(groups=4); \
        p_value = hosmer_lemeshow(groups=4)#p_value; \
        p_value_df_groups_minus_2 = hosmer_lemeshow(groups=4,df=groups_minus_2)#p_value
      metric_regression_calibration | ratio = calibration_by_bin(bins=3):ratio
      metric_multiclass | precision_macro = precision(average=macro); \
        recall_macro = recall(average=macro); \
        f1_score_macro = f1_score(average=macro); \
        jaccard_macro = jaccard(average=macro); \
        precision_micro = precision(average=micro); \
        recall_micro = recall(average=micro); \
        f1_score_micro = f1_score(average=micro); \
        jaccard_micro = jaccard(average=micro); \
        precision_weighted = precision(average=weighted); \
        recall_weighted = recall(average=weighted); \
        f1_score_weighted = f1_score(average=weighted); \
        jaccard_weighted = jaccard(average=weighted); \
        accuracy = accuracy(task=multiclass); \
        balanced_accuracy = balanced_accuracy(task=multiclass); \
        matthews_corrcoef = matthews_corrcoef(task=multiclass); \
        cohen_kappa = cohen_kappa(task=multiclass); \
        cohen_kappa_linear = cohen_kappa(task=multiclass,weights=linear); \
        cohen_kappa_quadratic = cohen_kappa(task=multiclass,weights=quadratic); \
        fbeta2_macro = fbeta_score(beta=2,average=macro)
      metric_multiclass_weighted | f1_score_macro = f1_score(average=macro); \
        f1_score_micro = f1_score(average=micro); \
        f1_score_weighted = f1_score(average=weighted); \
        accuracy = accuracy(task=multiclass); \
        matthews_corrcoef = matthews_corrcoef(task=multiclass); \
        cohen_kappa = cohen_kappa(task=multiclass)
      metric_ndcg | n_groups = ndcg_at_k@n_used
      metric_retrieval | map_at_k = map_at_k(k=3); mrr = mrr(k=3); \
        precision_at_k = precision_at_k(k=3); recall_at_k = recall_at_k(k=3); \
        hit_rate_at_k = hit_rate_at_k(k=3)
      metric_pairwise_accuracy | micro = pairwise_accuracy(average=micro); \
        macro = pairwise_accuracy(average=macro)
      llm_perplexity | token_nll = token_nll(masked=true); perplexity = perplexity(masked=true); \
        bits_per_token = bits_per_token(masked=true); bits_per_byte = bits_per_byte(masked=true); \
        sequence_nll_mean = sequence_nll(masked=true)
      text_bleu_exp | bleu = corpus_bleu(smooth_method=exp); \
        matches = bleu#matches_1 + bleu#matches_2 + bleu#matches_3 + bleu#matches_4; \
        totals = bleu#totals_1 + bleu#totals_2 + bleu#totals_3 + bleu#totals_4; \
        hyp_len = bleu#hyp_len; ref_len = bleu#ref_len; brevity_penalty = bleu#brevity_penalty
      text_bleu_none | bleu = corpus_bleu(smooth_method=none); \
        matches = corpus_bleu(smooth_method=none)#matches_1 + corpus_bleu(smooth_method=none)#matches_2 + corpus_bleu(smooth_method=none)#matches_3 + corpus_bleu(smooth_method=none)#matches_4; \
        totals = corpus_bleu(smooth_method=none)#totals_1 + corpus_bleu(smooth_method=none)#totals_2 + corpus_bleu(smooth_method=none)#totals_3 + corpus_bleu(smooth_method=none)#totals_4; \
        hyp_len = corpus_bleu(smooth_method=none)#hyp_len; ref_len = corpus_bleu(smooth_method=none)#ref_len; brevity_penalty = corpus_bleu(smooth_method=none)#brevity_penalty
      text_rouge | \
        rouge1 = rouge1(measure=precision) + rouge1(measure=recall) + rouge1(measure=fmeasure); \
        rouge2 = rouge2(measure=precision) + rouge2(measure=recall) + rouge2(measure=fmeasure); \
        rougeL = rouge_l(measure=precision) + rouge_l(measure=recall) + rouge_l(measure=fmeasure)
      loss_kendall | \
        = uncertainty_weighting(log_variances='0.3;-0.2',task_types='regression;classification')
      aux_moe_load_balance | = moe_load_balance(assignment=expert)
      metric_bias_variance | bias_squared = bias_variance#bias_squared; \
        variance = bias_variance#variance; expected_squared_error = bias_variance
      metric_pit | counts = pit_histogram(n_bins=4):n; ks = pit_ks
      """;

  /** Keys that no metric answers, and why. */
  private static final Map<String, String> UNASKED =
      Map.of(
          "per_row", "checked row by row, through the loss",
          "per_group", "checked row by row, each group by itself",
          "gradient", "checked row by row, through the loss",
          "hessian", "checked row by row, through the loss",
          "pit", "a number a row, of which the histogram keeps counts",
          "one_step_intercept", "a score test, not an estimate: catalogue C.5",
          "one_step_slope", "a score test, not an estimate: catalogue C.5");

  private static final Map<String, Map<String, String>> QUERIES = parse();

  private GoldenQueries() {}

  private static Map<String, Map<String, String>> parse() {
    Map<String, Map<String, String>> queries = new LinkedHashMap<>();
    for (String line : TABLE.lines().toList()) {
      String[] parts = line.split("\\|", 2);
      Map<String, String> keys = new LinkedHashMap<>();
      for (String query : parts[1].split(";\\s+")) {
        String[] sides = query.split("=", 2);
        keys.put(sides[0].trim(), sides[1].trim());
      }
      queries.put(parts[0].trim(), keys);
    }
    return queries;
  }

  /** The cases that the table mentions. */
  static Iterable<String> cases() {
    return QUERIES.keySet();
  }

  /** Per expected key, what is asked: one query, or several for a list. */
  static Map<String, List<String>> of(GoldenCase golden) {
    Map<String, List<String>> asked = new LinkedHashMap<>();
    if (!(golden.expected() instanceof Map<?, ?> expected)) {
      asked.put("", queries(golden, ""));
      return asked;
    }
    for (Object key : expected.keySet()) {
      if (!UNASKED.containsKey((String) key)) {
        asked.put((String) key, queries(golden, (String) key));
      }
    }
    return asked;
  }

  private static List<String> queries(GoldenCase golden, String key) {
    String query = QUERIES.getOrDefault(golden.id(), Map.of()).get(key);
    if (query == null) {
      query =
          key.startsWith("n_")
              ? counted(golden) + "@" + key
              : key.isEmpty() || key.equals("mean") ? withParameters(golden) : key;
    }
    return Arrays.stream(query.split(" \\+ ")).map(String::trim).toList();
  }

  /** The metric whose rows a counter counts: the first that the case asks. */
  private static String counted(GoldenCase golden) {
    return golden.name().endsWith("_suite") ? "mean_absolute_error" : golden.name();
  }

  private static String withParameters(GoldenCase golden) {
    List<String> parameters = new ArrayList<>();
    golden.params().forEach((name, value) -> parameters.add(name + "=" + parameter(name, value)));
    String inside = String.join(",", parameters);
    return parameters.isEmpty() ? golden.name() : golden.name() + "(" + inside + ")";
  }

  /** A parameter as text: lists are joined by ';', weights of classes with their positions. */
  static String parameter(String name, Object value) {
    if (!(value instanceof List<?> list)) {
      return String.valueOf(value);
    }
    List<String> parts = new ArrayList<>();
    for (Object element : list) {
      parts.add(name.equals("class_weight") ? parts.size() + ":" + element : "" + element);
    }
    return String.join(";", parts);
  }

  /** The metric of a query. */
  static String metric(String query) {
    return query.split("[#@:](?=[^)]*$)")[0];
  }
}

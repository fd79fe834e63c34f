  const findings = JSON.parse(document.getElementById('findings').textContent);
  const root = document.getElementById('report');

  // ---- the course of training

  const given = series => series.filter(({ ys }) => ys.some(y => y !== null));

  const byEpoch = (training, title, y, series, more = {}) => {
    const { epoch } = training.history;
    const best = training.bestEpoch < training.epochs ? { x: training.bestEpoch, name: 'best epoch ' + training.bestEpoch } : null;
    const x = { name: 'epoch', whole: true, ...(epoch.length === 1 ? { range: [0.5, 1.5] } : {}) };
    return chart({ title, x, y, xs: epoch, series: given(series), guide: best, ...more });
  };

  const lossChart = training => byEpoch(training, 'Loss', { name: 'loss', log: true },
    [{ name: 'training', ys: training.history.loss }, { name: 'validation', ys: training.history.validationLoss }],
    training.members > 1 ? { note: 'of the first of ' + training.members + ' networks' } : {});

  const each = networks => chart({ title: 'Loss of each network',
    note: (networks.validated ? 'on the rows that validate it' : 'on the rows that it learns from') + ', and the mean of those still training',
    x: { name: 'epoch', whole: true, ...(networks.epoch.length === 1 ? { range: [0.5, 1.5] } : {}) }, y: { name: 'loss', log: true }, xs: networks.epoch,
    series: [{ name: 'mean', ys: networks.mean, plain: true }, ...networks.each.map(({ member, loss }) => ({ name: 'network ' + member, ys: loss, kind: 'faint' }))] });

  const inWords = training => plural(training.epochs, 'epoch') + ', '
    + { completed: 'all that were asked for', 'early stopping': 'stopped early, without further improvement' }[training.stopReason] + '; '
    + (training.members > 1 ? 'where nothing else is said this is the first of ' + training.members + ' networks, whose weights are' : 'the model is') + ' of epoch ' + training.bestEpoch + '.'
    + (training.history.epoch.length < training.epochs ? ' Charts show ' + training.history.epoch.length + ' epochs at even distances.' : '')
    + (isConstant(training.history.learningRate) ? ' The learning rate is ' + figure(training.history.learningRate[0]) + ' throughout.' : '');

  const isConstant = values => values.every(value => value === values[0]);

  const course = training => {
    const { history, norms } = training;
    const figures = [];
    if (history.accuracy.some(y => y !== null)) {
      figures.push(byEpoch(training, 'Accuracy', { name: 'accuracy' },
        [{ name: 'training', ys: history.accuracy }, { name: 'validation', ys: history.validationAccuracy }]));
    }
    if (training.networks) figures.push(each(training.networks));
    if (norms.length > 0) {
      const names = norms.map(({ layer }) => layerName(layer));
      const curves = value => norms.map((norm, i) => ({ name: names[i], ys: norm[value], plain: true }));
      figures.push(byEpoch(training, 'Weight norm of each layer', { name: 'norm', log: true }, curves('parameters'), { note: 'Euclidean, weights and biases' }));
      figures.push(byEpoch(training, 'Gradient norm of each layer', { name: 'norm', log: true }, curves('gradient'), { note: 'root mean square over the epoch’s steps' }));
    }
    if (!isConstant(history.learningRate)) {
      figures.push(byEpoch(training, 'Learning rate', { name: 'learning rate', log: true, fromZero: true }, [{ name: 'learning rate', ys: history.learningRate, plain: true }]));
    }
    return folded('The course of training', inWords(training), element('div', { class: 'grid' }, ...figures));
  };

  const layerName = index => {
    const layer = findings.model.layers[index];
    return (index + 1) + ' ' + layer.type + ', ' + plural(layer.outputDim, 'unit') + (layer.activation ? ', ' + layer.activation.name : '');
  };

  // ---- how good the answers are

  /** More of them need the page's whole width. */
  const FEW_LABELS = 5;
  /** More of them need smaller cells. */
  const MANY_LABELS = 12;

  const confusion = ({ labels, confusionMatrix }) => {
    if (labels.length > 60) {
      return panel('Confusion matrix', null, false, element('p', { class: 'note' }, 'Of ' + labels.length + ' labels: too many to look at.'));
    }
    const most = confusionMatrix.map(line => line.reduce((sum, n) => sum + n, 0));
    const rows = confusionMatrix.map((line, i) => element('tr', {}, element('th', { scope: 'row' }, labels[i]), ...line.map((n, j) => {
      const cell = element('td', { class: i === j ? 'right' : n === 0 ? 'none' : 'wrong' }, n === 0 && i !== j ? '·' : count(n));
      cell.style.setProperty('--share', n === 0 ? 0 : Math.max(0.15, n / most[i]));
      return cell;
    })));
    const head = element('tr', {}, element('th', { scope: 'col', class: 'corner' }, 'true ↓  predicted →'), ...labels.map(label => element('th', { scope: 'col' }, label)));
    return panel('Confusion matrix', 'Rows of each true label by the label they were given; the framed ones are right.', labels.length > FEW_LABELS,
      scroll(element('table', { class: labels.length > MANY_LABELS ? 'matrix many' : 'matrix' }, element('thead', {}, head), element('tbody', {}, ...rows))));
  };

  const classes = evaluation => {
    const line = (name, scores, support) => [name, score(scores.precision), score(scores.recall), score(scores.f1), support];
    const rows = evaluation.classes.map(one => [...line(one.label, one, count(one.support)), score(one.rocAuc)]);
    const whole = table(['', 'precision', 'recall', 'F1', 'rows', 'ROC-AUC'], [...rows,
      [...line('macro average', evaluation.macroAverage, count(evaluation.rows)), score(evaluation.rocAuc)],
      [...line('weighted average', evaluation.weightedAverage, count(evaluation.rows)), '']]);
    whole.querySelectorAll('tbody tr')[rows.length]?.classList.add('total');
    return panel('Each class', null, evaluation.classes.length > FEW_LABELS, scroll(whole, evaluation.classes.length > MANY_LABELS ? 'long' : ''));
  };

  /** How far right a ROC chart goes: good curves all end in a corner of the whole one. */
  const cut = curves => [0.05, 0.1, 0.2, 0.5].find(limit => curves.every(({ roc }) => roc[Math.round(limit * (roc.length - 1))] >= 0.99)) ?? 1;

  const curves = (assessment, probabilities) => {
    const steps = probabilities.curves[0]?.roc.length - 1;
    const grid = Array.from({ length: steps + 1 }, (_, i) => i / steps);
    const against = probabilities.classes > 1 ? ', one against the rest' : '';
    const some = probabilities.curves.length < probabilities.classes ? ' The ' + probabilities.curves.length + ' classes found worst of ' + probabilities.classes + '.' : '';
    const named = (one, what, value) => one.label + ' (' + what + ' ' + score(value) + ')';
    const shown = cut(probabilities.curves);
    const area = label => assessment.evaluation.classes.find(one => one.label === label)?.rocAuc ?? null;
    return [
      chart({ title: 'ROC curve', note: 'How many of the true ones are found' + against + ', against false alarms' + (shown < 1 ? ' of up to ' + figure(100 * shown) + ' %' : '') + '.' + some, square: true, at: 'at',
        x: { name: 'false-positive rate', range: [-0.01 * shown, shown] }, y: { name: 'true-positive rate', range: [0, 1.02] }, xs: [0, ...grid],
        series: probabilities.curves.map(one => ({ name: named(one, 'area', area(one.label)), ys: [0, ...one.roc], plain: true })), guide: shown < 1 ? null : { from: [0, 0], to: [1, 1], name: 'chance' } }),
      chart({ title: 'Precision and recall', note: 'How many of those found are true' + against + '.' + some, square: true, at: 'at',
        x: { name: 'recall', range: [0, 1] }, y: { name: 'precision', range: [0, 1.02] }, xs: grid,
        series: probabilities.curves.map(one => ({ name: named(one, 'average', one.averagePrecision), ys: one.precision, plain: true })) }),
    ];
  };

  const worth = (assessment, { calibration, scores }) => {
    const multi = findings.model.task === 'multi-class';
    return [
      chart({ title: 'Calibration', note: 'Whether what is said with some probability comes true as often' + (multi ? '; of the label decided for.' : '.'), square: true, at: 'said',
        x: { name: 'probability stated', range: [0, 1] }, y: { name: 'share that came true', range: [-0.03, 1.03] }, xs: calibration.predicted,
        series: [{ name: 'came true', ys: calibration.observed }], guide: { from: [0, 0], to: [1, 1], name: 'perfect' } }),
      chart({ title: multi ? 'Confidence of decisions' : 'Distribution of scores', note: multi ? 'Probability of the label decided for.' : 'Probability stated, by what was true.', square: true, at: 'from',
        x: { name: 'probability', range: [0, 1] }, y: { name: 'rows', whole: true, fromZero: true, log: true }, xs: scores.edges,
        series: [scores.yes, scores.no].map(({ label, counts }) => ({ name: label, ys: [...counts, counts[counts.length - 1]], kind: 'steps' })) }),
    ];
  };

  const residuals = one => {
    const of = findings.model.targets.length > 1 ? ' of ' + one.target : '';
    const sample = one.predicted.length < one.rows ? count(one.predicted.length) + ' of ' + count(one.rows) + ' rows' : plural(one.rows, 'row');
    const rest = one.predicted.map((value, i) => one.actual[i] - value);
    const low = Math.min(...one.predicted), high = Math.max(...one.predicted);
    return [
      chart({ title: 'Predicted and actual' + of, note: sample, square: true, at: 'predicted', x: { name: 'predicted' }, y: { name: 'actual' }, xs: one.predicted,
        series: [{ name: 'actual', ys: one.actual, kind: 'points' }], guide: { from: [low, low], to: [high, high], name: 'perfect' } }),
      chart({ title: 'Residuals' + of, note: 'actual less predicted; ' + sample, square: true, at: 'predicted', x: { name: 'predicted' }, y: { name: 'residual' }, xs: one.predicted,
        series: [{ name: 'residual', ys: rest, kind: 'points' }], guide: { y: 0, name: '' } }),
      chart({ title: 'Distribution of residuals' + of, at: 'from', x: { name: 'residual' }, y: { name: 'rows', whole: true, fromZero: true }, xs: one.edges,
        series: [{ name: 'rows', ys: [...one.counts, one.counts[one.counts.length - 1]], kind: 'steps' }], guide: { x: 0, name: '' } }),
    ];
  };

  /** What is looked at first, and the rest. */
  const assess = assessment => {
    const { evaluation, probabilities } = assessment;
    const first = [], rest = [];
    if (evaluation.confusionMatrix) first.push(confusion(evaluation));
    if (evaluation.classes) first.push(classes(evaluation));
    if (probabilities?.curves.length > 0) rest.push(...curves(assessment, probabilities));
    if (probabilities) rest.push(...worth(assessment, probabilities));
    for (const [predicted, ...others] of (assessment.residuals ?? []).map(residuals)) {
      first.push(predicted);
      rest.push(...others);
    }
    if (evaluation.quantiles) first.push(quantiles(evaluation.quantiles));
    return { first, rest: element('div', { class: 'grid' }, ...rest),
      restName: probabilities ? 'ROC, precision and recall, calibration, scores' : 'Residuals' };
  };

  // ---- where the answers are good and where not

  const percentages = ({ labels, confusionPercent }) => !confusionPercent || labels.length > MANY_LABELS ? null
    : panel('Confusion in per cent', 'Of the rows of each true label.', labels.length > FEW_LABELS,
      scroll(table(['true ↓  predicted →', ...labels], confusionPercent.map((line, i) => [labels[i], ...line.map(share => share.toFixed(1))]))));

  /** Every other threshold says enough. */
  const thresholds = one => panel('Thresholds' + named(one), 'What deciding from another probability on would give.', false,
    scroll(table(['from', 'precision', 'recall', 'specificity', 'F1', 'accuracy', 'chosen'], one.thresholds.filter((cut, i) => i % 2 === 1)
      .map(cut => [cut.threshold.toFixed(2), score(cut.precision), score(cut.recall), score(cut.specificity), score(cut.f1), score(cut.accuracy), (100 * cut.flagged).toFixed(1) + ' %']))));

  const gains = one => panel('Gains and lift' + named(one), 'Rows by falling score, in groups: how many of the true ones are found, and how many times more than by chance.', false,
    scroll(table(['group', 'rows', 'lowest score', 'rate', 'lift', 'found so far'], one.gains
      .map(group => [String(group.group), count(group.rows), score(group.lowest), score(group.rate), group.lift.toFixed(2), (100 * group.gain).toFixed(1) + ' %']))));

  const named = one => findings.model.targets.length > 1 ? ' of ' + one.label : '';

  const worstRows = list => panel('Worst rows', 'Those whose answers cost most.', true,
    scroll(table(['line', 'true', 'predicted', 'cost'], list.map(row => [count(row.line), told(row.actual), told(row.predicted), figure(row.cost)]), 'texts')));
  const told = value => Array.isArray(value) ? value.map(figure).join(', ') : typeof value === 'number' ? figure(value) : String(value ?? '–');

  /** Features in whose parts the cost differs most come first. */
  const MOST_FEATURES = 6;
  const byFeature = (features, cost) => {
    const spread = ({ bins }) => {
      const rows = bins.reduce((sum, bin) => sum + bin.rows, 0);
      const mean = bins.reduce((sum, bin) => sum + bin.rows * bin.cost, 0) / rows;
      return bins.reduce((sum, bin) => sum + bin.rows * (bin.cost - mean) ** 2, 0);
    };
    return [...features].filter(({ bins }) => bins.length > 1).sort((a, b) => spread(b) - spread(a)).slice(0, MOST_FEATURES)
      .map(({ feature, bins }) => panel('By ' + feature, null, false, scroll(table([feature, 'rows', cost, 'bias'],
        bins.map((bin, i) => [told(bin.value), count(bin.rows), alike(bins.map(one => one.cost))[i], alike(bins.map(one => one.bias))[i]])))));
  };

  /** Of a model that predicts more of a target than a number. */
  const quantiles = list => {
    const several = findings.model.targets.length > 1;
    const losses = alike(list.map(one => one.pinball));
    return panel('Quantiles', 'The share of rows whose truth lies at or below each, which should be the level, and the mean pinball loss, in the target’s units.', false,
      scroll(table([...(several ? ['target'] : []), 'level', 'at or below', 'pinball loss'],
        list.map((one, i) => [...(several ? [one.target] : []), String(one.level), (100 * one.below).toFixed(1) + ' %', losses[i]]))));
  };

  const where = evaluation => {
    const parts = [percentages(evaluation)];
    const scores = evaluation.scores ?? [];
    if (scores.length <= FEW_LABELS && findings.model.task !== 'multi-class') parts.push(...scores.flatMap(one => [thresholds(one), gains(one)]));
    if (evaluation.errorsByFeature) parts.push(...byFeature(evaluation.errorsByFeature, findings.model.task === 'regression' ? 'absolute error' : 'log-loss'));
    if (evaluation.worstRows?.length > 0) parts.push(worstRows(evaluation.worstRows));
    return parts.filter(part => part !== null);
  };

  const compared = assessments => {
    const keys = Object.keys(findings.figures).filter(key => key in assessments[0].evaluation);
    const rows = [['rows', ...assessments.map(one => count(one.evaluation.rows))],
      ...keys.map(key => [findings.figures[key], ...alike(assessments.map(one => one.evaluation[key]))])];
    return panel('In figures', null, false, table(['', ...assessments.map(one => one.rows)], rows));
  };

  // ---- the page

  /** Behind its title until it is asked for; charts in it are drawn then. */
  const folded = (title, note, ...content) => element('details', { class: 'section' },
    element('summary', {}, element('h2', {}, title), note ? element('span', { class: 'quiet' }, note) : null), ...content);
  const section = (title, note, ...content) => element('section', {}, element('h2', {}, title), note ? element('p', { class: 'quiet' }, note) : null, ...content);

  const cards = () => {
    const first = findings.assessments[0];
    const value = key => first.evaluation[key];
    const main = ['accuracy', 'r2', 'rmse', 'mae', 'rocAuc', 'logLoss', 'brier'].filter(key => key in first.evaluation).slice(0, 4);
    const entries = main.map(key => [findings.figures[key], figure(value(key)), 'on ' + plural(first.evaluation.rows, (first.rows === 'evaluation' ? '' : first.rows + ' ') + 'row')]);
    if (findings.training) entries.push(['epochs', count(findings.training.epochs), figure(findings.training.seconds) + ' s']);
    entries.push(['parameters', count(findings.model.parameterCount), plural(findings.model.features.length, 'feature')]);
    return element('div', { class: 'cards' }, ...entries.map(([name, shown, note]) => element('dl', { class: 'card', style: 'margin:0' },
      element('dt', {}, name), element('dd', {}, shown), element('dd', { class: 'note', style: 'font-size:13px;font-weight:400;letter-spacing:0' }, note))));
  };

  /** More push what matters off the screen. */
  const FEW_WARNINGS = 8;

  const remarks = (kind, title, list) => list.length === 0 ? null : element('div', { class: 'hints ' + kind, role: 'note' },
    element('h3', {}, title), ...list.slice(0, FEW_WARNINGS).map(text => element('p', {}, text)),
    list.length <= FEW_WARNINGS ? null : element('details', {}, element('summary', {}, 'and ' + (list.length - FEW_WARNINGS) + ' more'),
      ...list.slice(FEW_WARNINGS).map(text => element('p', {}, text))));

  const model = () => {
    const { model } = findings;
    const component = one => one === null ? '' : one.name + Object.entries(one.parameters).map(([key, value]) => ' ' + key + ' ' + value).join(',');
    const networks = model.members ? model.members.map(member => member.layers) : [model.layers];
    const alike = networks.every(one => JSON.stringify(one) === JSON.stringify(model.layers));
    const layers = (alike ? [model.layers] : networks).flatMap((network, k, shown) => network.map((layer, i) => [(shown.length > 1 ? (k + 1) + '.' : '') + (i + 1), layer.type + Object.entries(layer.parameters).map(([key, value]) => ' ' + key + ' ' + value).join(','),
      String(layer.inputDim), String(layer.outputDim), component(layer.activation), component(layer.initializer), count(layer.parameterCount)]));
    const listed = names => names.length <= 60 ? names.join(', ') : names.slice(0, 60).join(', ') + ', … (' + names.length + ' in all)';
    return folded('The model', plural(model.layers.length, 'layer') + (networks.length > 1 ? ' in each of ' + networks.length + ' networks' : '') + ', ' + plural(model.features.length, 'feature') + '; configuration and provenance.', element('div', { class: 'grid' },
      element('div', { class: 'panel wide' }, element('h3', {}, 'Layers'), scroll(table(['', 'kind', 'inputs', 'outputs', 'activation', 'initializer', 'parameters'], layers, 'texts'))),
      element('div', { class: 'panel wide' }, element('h3', {}, 'What it is'), facts([
        ['file', model.file], ['ensemble', networks.length > 1 ? networks.length + ' networks' + (alike ? ' of these layers' : '') + ', whose outputs’ mean is the answer' : ''], ['digest', 'SHA-256 ' + model.sha256], ['task', model.task], ['loss', component(model.loss)],
        ['target', listed(model.targets)], ['labels', listed(model.labels)], ['positive', model.positive], ['features', model.features.length + ': ' + listed(model.features)],
        ['scaling', model.scaling], ['target scaling', model.task === 'regression' ? model.targetScaling : ''],
        ['created', model.provenance.createdUtc], ['Java', model.provenance.javaVersion], ['system', model.provenance.operatingSystem],
        ...Object.entries(model.provenance.extra).map(([name, text]) => [name, name === 'held out' ? rounded(text) : text]), ['written by', (model.producer + ' ' + model.producerVersion).trim()], ['format', 'nn model, version ' + model.formatVersion],
      ])), model.provenance.configuration ? element('div', { class: 'panel wide' }, element('h3', {}, 'Configuration'), element('pre', {}, pretty(model.provenance.configuration))) : null));
  };

  const pretty = text => {
    try {
      return laidOut(JSON.parse(text), '');
    } catch {
      return text;
    }
  };
  const laidOut = (value, indent) => {
    const line = JSON.stringify(value);
    if (value === null || typeof value !== 'object' || indent.length + line.length < 88 && indent !== '') return line;
    const inner = indent + '  ';
    const parts = Array.isArray(value) ? value.map(one => inner + laidOut(one, inner))
      : Object.entries(value).map(([key, one]) => inner + JSON.stringify(key) + ': ' + laidOut(one, inner));
    const [open, close] = Array.isArray(value) ? '[]' : '{}';
    return parts.length === 0 ? open + close : open + '\n' + parts.join(',\n') + '\n' + indent + close;
  };

  const page = () => {
    const [first, ...others] = findings.assessments;
    root.append(element('header', {}, element('h1', {}, findings.title),
      element('p', { class: 'quiet' }, (findings.training ? 'Training on ' : 'Evaluation on ') + findings.data + ' · ' + findings.written.replace('T', ' ').replace('Z', ' UTC')),
      cards(), remarks('warnings', 'Looked wrong in the data', findings.training?.warnings ?? []), remarks('', 'May be worth trying', findings.training?.hints ?? [])));
    const { first: shown, rest, restName } = assess(first);
    const short = [compared(findings.assessments), ...(findings.training ? [lossChart(findings.training)] : [])];
    const ordered = first.evaluation.classes?.length > FEW_LABELS ? [...short, ...shown] : [...shown, ...short.reverse()];
    root.append(section(findings.training ? 'On the ' + first.rows + ' rows' : 'How good it is', null, element('div', { class: 'grid' }, ...ordered)));
    if (rest.children.length > 0) root.append(folded(restName, 'On the same ' + plural(first.evaluation.rows, 'row') + '.', rest));
    const places = where(first.evaluation);
    if (places.length > 0) root.append(folded('Where it is right, and where not', (findings.model.task === 'regression' ? 'By' : 'By threshold, by') + ' feature, and the worst rows.', element('div', { class: 'grid' }, ...places)));
    for (const other of others) {
      const one = assess(other);
      root.append(folded('The same on the ' + other.rows + ' rows', plural(other.evaluation.rows, 'row') + '.', element('div', { class: 'grid' }, ...one.first, ...one.rest.children)));
    }
    if (findings.training) root.append(course(findings.training));
    root.append(model());
  };

  page();
  charts.forEach(one => one.fit());

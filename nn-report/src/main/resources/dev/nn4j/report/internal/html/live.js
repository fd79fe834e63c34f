  const root = document.getElementById('report');
  const COLUMNS = ['epoch', 'loss', 'validationLoss', 'accuracy', 'validationAccuracy', 'learningRate'];
  /** More are not told apart in a picture; of twice as many every other is left. */
  const MOST_POINTS = 1000;

  // ---- what is known: all of it in one value, which a page that is kept brings along

  let known = { title: '', data: '', configuration: '', networks: 1, seconds: 0, runs: {}, search: null, end: null };

  const hear = message => {
    if ('title' in message) known = { ...known, title: message.title, data: message.data, configuration: message.configuration, networks: message.networks, runs: {}, search: null, end: null };
    known.seconds = message.seconds;
    message.runs.forEach(take);
    if (message.search) known.search = { ...known.search, ...message.search, trials: [...known.search?.trials ?? [], ...message.search.trials] };
    if (message.end) known.end = message.end;
  };

  const take = news => {
    const run = known.runs[news.name] ??= { name: news.name, at: null, best: null, last: null, ...Object.fromEntries(COLUMNS.map(key => [key, []])), scores: {} };
    if (news.at) run.at = news.at;
    if (!news.epoch) return;
    news.epoch.forEach((epoch, i) => {
      const one = Object.fromEntries(COLUMNS.map(key => [key, news[key][i]]));
      run.last = one;
      const loss = one.validationLoss ?? one.loss;
      if (loss !== null && (run.best === null || loss < run.best.loss)) run.best = { epoch, loss };
    });
    COLUMNS.forEach(key => run[key].push(...news[key]));
    for (const [name, values] of Object.entries(news.scores)) (run.scores[name] ??= []).push(...values);
    while (run.epoch.length > 2 * MOST_POINTS) {
      const newest = run.epoch.length - 1;
      const thinned = values => values.filter((value, i) => i % 2 === newest % 2);
      COLUMNS.forEach(key => { run[key] = thinned(run[key]); });
      for (const name of Object.keys(run.scores)) run.scores[name] = thinned(run.scores[name]);
    }
  };

  const runs = () => Object.values(known.runs).sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
  const named = run => run.name === '' ? 'training' : run.name.replaceAll('-', ' ');

  // ---- a search: each trial as it was judged last, and which of them are good

  /** More of them are not told apart in a picture, or are not looked at. */
  const MOST_CURVES = 10;
  const MOST_TRIALS = 100;

  const better = (one, other) => other.score === null || one.score !== null && (known.search.lessIsBetter ? one.score < other.score : one.score > other.score);
  const trials = () => [...new Map(known.search.trials.map(one => [one.trial, one])).values()];
  /** Those that came furthest first, of these the better ones. */
  const ranked = () => trials().sort((a, b) => (b.score !== null) - (a.score !== null) || b.rung - a.rung || (better(a, b) ? -1 : better(b, a) ? 1 : a.trial - b.trial));
  const trialOf = run => Number(run.name.match(/^(?:trial|refit)-(\d+)/)?.[1] ?? -1);

  /** Of the trainings of a search those that run and those of the best trials. */
  const shown = all => {
    if (!known.search) return all;
    const best = new Map(ranked().map(({ trial }, place) => [trial, place]));
    const place = run => run.name.startsWith('refit') ? -2 : best.get(trialOf(run)) ?? -1;
    return [...all].sort((a, b) => place(a) - place(b)).slice(0, MOST_CURVES).sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
  };

  // ---- the page: its parts are made once and then told what is new

  const heading = element('h1', {}, 'Training');
  const about = element('p', { class: 'quiet' });
  const word = element('strong', {}, 'connecting');
  const bar = element('progress', { max: '1', value: '0', 'aria-label': 'share of the training that is done' });
  const time = element('span', { class: 'quiet' });
  const keep = element('button', { type: 'button', title: 'save this page with all that it shows' }, 'keep this page');
  const state = element('div', { class: 'state', role: 'status' }, word, bar, time, keep);
  const cards = element('div', { class: 'cards' });
  const grid = element('div', { class: 'grid' });
  const words = element('div');
  const course = element('section', {}, element('h2', {}, 'The course of training'), grid);
  const settings = element('pre');
  const configuration = element('details', { class: 'section' }, element('summary', {}, element('h2', {}, 'The configuration')), element('div', { class: 'panel' }, settings));

  const card = (name, value, note) => element('dl', { class: 'card', style: 'margin:0' },
    element('dt', {}, name), element('dd', {}, value), element('dd', { class: 'note', style: 'font-size:13px;font-weight:400;letter-spacing:0' }, note));

  const duration = seconds => {
    const whole = Math.round(seconds);
    return whole < 60 ? whole + ' s' : whole < 3600 ? Math.floor(whole / 60) + ' min ' + whole % 60 + ' s' : Math.floor(whole / 3600) + ' h ' + Math.floor(whole % 3600 / 60) + ' min';
  };

  /** Of all epochs that there may be, those that are done. */
  const share = all => all.reduce((sum, { at }) => sum + (at ? (at.epoch - 1 + at.share) / at.epochs : 0), 0) / Math.max(known.networks, all.length, 1);

  const tellState = all => {
    const over = known.end !== null;
    state.className = 'state' + (over ? ' over' : '') + (lost && !over ? ' lost' : '');
    word.textContent = over ? known.end.complete ? 'complete' : 'stopped before its end' : lost ? 'nn is not heard' : all.length === 0 ? 'preparing the data' : known.search ? all.some(run => run.name.startsWith('refit')) ? 'training what was chosen' : 'searching' : 'training';
    const done = known.search ? known.search.share : share(all);
    bar.value = done;
    const left = !over && done > 0.02 && known.seconds > 2 ? ', at most ' + duration(known.seconds * (1 - done) / done) + ' left' : '';
    time.textContent = duration(known.seconds) + left;
    document.title = (over ? '' : Math.floor(100 * done) + ' % · ') + known.title;
  };

  const tellCards = all => {
    const [run] = all;
    const entries = [];
    if (known.search) {
      const [best] = ranked();
      const own = trials().find(({ trial }) => trial === 0);
      entries.push(card('trials', count(trials().length), 'judged so far, on ' + count(known.search.rows) + ' rows'));
      if (best && best.score !== null) entries.push(card('best ' + known.search.score, score(best.score), 'trial ' + best.trial + ', after ' + count(best.epochs) + ' epochs'));
      if (own && own.score !== null) entries.push(card(known.search.score + ' as given', score(own.score), 'trial 0, after ' + count(own.epochs) + ' epochs'));
      cards.replaceChildren(...entries);
      return;
    }
    if (all.length > 1) {
      entries.push(card('networks', count(all.length), 'begun, of ' + count(Math.max(known.networks, all.length))));
      entries.push(card('epochs', count(all.reduce((sum, { last }) => sum + (last?.epoch ?? 0), 0)), 'of all of them'));
    }
    if (all.length === 1 && run.at) entries.push(card('epoch', count(run.last?.epoch ?? 0), 'of ' + (run.at.epochs === run.last?.epoch ? '' : 'at most ') + count(run.at.epochs)));
    if (all.length === 1 && run.last) {
      const { last, best } = run;
      entries.push(card('training loss', figure(last.loss), 'of epoch ' + count(last.epoch)));
      if (last.validationLoss !== null) entries.push(card('validation loss', figure(last.validationLoss), best ? 'best ' + figure(best.loss) + ', epoch ' + count(best.epoch) : ''));
      const accuracy = last.validationAccuracy ?? last.accuracy;
      if (accuracy !== null) entries.push(card('accuracy', score(accuracy), last.validationAccuracy === null ? 'on the training rows' : 'on the validation rows'));
      entries.push(card('learning rate', figure(last.learningRate), 'in force'));
    } else if (all.length === 1 && run.at) {
      entries.push(card('training loss', figure(run.at.loss), Math.round(100 * run.at.share) + ' % of the first epoch'));
    }
    cards.replaceChildren(...entries);
  };

  // Charts: which there are follows from what is known; they are made anew when that changes.

  const x = () => ({ name: 'epoch', whole: true });
  const one = (title, y, run, lines) => {
    const there = lines.filter(({ ys }) => ys.some(value => value !== null));
    return there.length === 0 ? null : { title, x: x(), y, xs: run.epoch, series: there };
  };
  const ofOne = run => [
    one('Loss', { name: 'loss', log: true }, run, [{ name: 'training', ys: run.loss }, { name: 'validation', ys: run.validationLoss }]),
    one('Accuracy', { name: 'accuracy' }, run, [{ name: 'training', ys: run.accuracy }, { name: 'validation', ys: run.validationAccuracy }]),
    ...Object.entries(run.scores).map(([name, ys]) => one(name, { name: 'score' }, run, [{ name: 'validation', ys }])),
    run.learningRate.every(rate => rate === run.learningRate[0]) ? null
      : one('Learning rate', { name: 'learning rate', log: true, fromZero: true }, run, [{ name: 'learning rate', ys: run.learningRate, plain: true }]),
  ].filter(chart => chart !== null);

  const ofSeveral = all => {
    const xs = [...new Set(all.flatMap(run => run.epoch))].sort((a, b) => a - b);
    const lines = key => all.map(run => {
      const values = new Map(run.epoch.map((epoch, i) => [epoch, run[key][i]]));
      return { name: named(run), ys: xs.map(epoch => values.get(epoch) ?? null), plain: true };
    });
    const several = (title, y, key) => ({ title, x: x(), y, xs, series: lines(key), wide: true });
    const validated = all.some(run => run.validationLoss.some(value => value !== null));
    return [several('Loss of each network, ' + (validated ? 'on the rows that validate it' : 'on the rows that it learns from'), { name: 'loss', log: true }, validated ? 'validationLoss' : 'loss'),
      ...all.some(run => run.validationAccuracy.some(value => value !== null)) ? [several('Accuracy of each network, on the rows that validate it', { name: 'accuracy' }, 'validationAccuracy')] : []];
  };

  const ofSearch = () => {
    const judged = known.search.trials.filter(one => one.score !== null);
    let best = null;
    const record = judged.map(one => {
      if (best === null || better(one, best)) best = one;
      return best.score;
    });
    return judged.length < 2 ? [] : [{ title: 'The score of each judgement, and the best so far', x: { name: 'judgement', whole: true }, y: { name: known.search.score }, xs: judged.map((one, i) => i + 1),
      series: [{ name: known.search.score, ys: judged.map(one => one.score) }, { name: 'best so far', ys: record, plain: true }], wide: true }];
  };

  const listedTrials = () => {
    const all = ranked();
    const note = all.length > MOST_TRIALS ? 'the best ' + MOST_TRIALS + ' of ' + count(all.length) : null;
    return panel('Each trial, the best first', note, true, scroll(table(['trial', 'rung', 'epochs', known.search.score, ...known.search.settings.map(path => path.slice(path.lastIndexOf('.') + 1))],
      all.slice(0, MOST_TRIALS).map(one => [one.trial === 0 ? '0, as given' : String(one.trial), String(one.rung), count(one.epochs), one.score === null ? 'failed' : figure(one.score), ...one.settings]))));
  };

  const listed = all => panel('Each network', null, true, scroll(table(['', 'epoch', 'training loss', 'validation loss', 'best', 'of epoch'],
    all.map(run => [named(run), run.last ? count(run.last.epoch) : '0', figure(run.last?.loss), figure(run.last?.validationLoss), figure(run.best?.loss), run.best ? count(run.best.epoch) : '–']))));

  let drawn = { shape: '', charts: [] };
  const tellCharts = all => {
    const begun = shown(all.filter(run => run.epoch.length > 0));
    const wanted = begun.length === 0 ? [] : known.search ? [...ofSearch(), ...ofSeveral(begun)] : all.length === 1 ? ofOne(begun[0]) : ofSeveral(begun);
    const shape = JSON.stringify(wanted.map(({ title, series }) => [title, series.map(({ name }) => name)]));
    if (shape !== drawn.shape) {
      charts.length = 0;
      drawn = { shape, charts: wanted.map(description => new Chart(description)) };
      grid.replaceChildren(...drawn.charts.map(({ node }) => node));
      course.style.display = '';
      drawn.charts.forEach(chart => chart.fit());
    } else {
      drawn.charts.forEach((chart, i) => chart.update(wanted[i].xs, wanted[i].series.map(({ ys }) => ys)));
    }
    networks.replaceChildren(...known.search ? known.search.trials.length > 0 ? [listedTrials()] : [] : all.length > 1 ? [listed(all)] : []);
  };
  const networks = element('div', { style: 'margin-top:16px' });

  const show = () => {
    const all = runs();
    heading.textContent = known.title || 'Training';
    about.textContent = known.data ? (known.search ? 'A search on ' : 'Training on ') + known.data : '';
    settings.textContent = known.configuration;
    tellState(all);
    tellCards(all);
    tellCharts(all);
    course.style.display = all.some(run => run.epoch.length > 0) ? '' : 'none';
    if (known.end && words.children.length === 0) {
      words.append(element('section', {}, element('h2', {}, known.end.complete ? 'What came of it' : 'How it ended'), element('div', { class: 'panel' }, element('div', { class: 'scroll' }, element('pre', { style: 'white-space:pre;overflow-wrap:normal' }, known.end.words)))));
    }
  };

  // ---- kept: the same page, with what it knows inside

  keep.addEventListener('click', () => {
    const copy = document.documentElement.cloneNode(true);
    copy.querySelector('#report').replaceChildren();
    copy.querySelector('#kept').textContent = JSON.stringify(known).replaceAll('<', '\\u003c');
    const link = element('a', { download: 'training.html', href: URL.createObjectURL(new Blob(['<!DOCTYPE html>\n' + copy.outerHTML], { type: 'text/html' })) });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  });

  let lost = false;
  const listen = () => {
    const events = new EventSource('events');
    let waiting = false;
    const soon = () => {
      if (waiting) return;
      waiting = true;
      // Not with the next frame: a page that is not looked at has none, and its title still tells how far it is.
      setTimeout(() => {
        waiting = false;
        show();
      }, 30);
    };
    events.addEventListener('message', event => {
      lost = false;
      hear(JSON.parse(event.data));
      if (known.end) events.close();
      soon();
    });
    events.addEventListener('error', () => {
      lost = true;
      soon();
    });
  };

  root.append(element('header', {}, heading, about, state, cards), course, networks, words, configuration);
  const kept = JSON.parse(document.getElementById('kept').textContent);
  if (kept) {
    known = kept;
    lost = kept.end === null;
  }
  else listen();
  show();

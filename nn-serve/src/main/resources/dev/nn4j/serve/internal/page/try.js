// SPDX-License-Identifier: Apache-2.0
'use strict';

const $ = id => document.getElementById(id);
const make = (tag, text, kind) => {
  const element = document.createElement(tag);
  if (text !== undefined) element.textContent = text;
  if (kind) element.className = kind;
  return element;
};

let token = '';
let model = null;
let fields = [];
let asked = 0;
let timer = 0;
let looked = null; // the feature whose curve is drawn

/** Asks the server; what it refuses is shown and null. */
async function ask(path, options = {}) {
  const headers = Object.assign({}, options.headers || {}, token ? {Authorization: 'Bearer ' + token} : {});
  let reply;
  try {
    reply = await fetch(path, Object.assign({}, options, {headers}));
  } catch (gone) {
    fault('The server does not answer: is it still running?');
    return null;
  }
  if (reply.status === 401) {
    $('access').hidden = false;
    $('token').focus();
  }
  return reply;
}

async function json(path, options) {
  const reply = await ask(path, options);
  if (reply === null) return null;
  const body = await reply.json().catch(() => ({error: 'status ' + reply.status}));
  if (!reply.ok) {
    fault(body.error);
    return null;
  }
  return body;
}

function fault(text) {
  $('fault').hidden = !text;
  $('fault').textContent = text || '';
}

const address = () => 'models/' + encodeURIComponent(model.name) + '/versions/' + encodeURIComponent(model.version);
const shown = number => Math.abs(number) >= 1e6 || (number !== 0 && Math.abs(number) < 1e-3)
  ? number.toPrecision(3) : String(Number(number.toPrecision(4)));
const percent = share => (100 * share).toFixed(1) + ' %';

async function start() {
  const found = await json('models');
  if (found === null) return;
  $('access').hidden = true;
  fault('');
  $('model').replaceChildren(...found.models.map(one => new Option(one.name, one.name)));
  $('choice').hidden = found.models.length < 2;
  $('model').onchange = () => choose(found.models.find(one => one.name === $('model').value));
  const wanted = decodeURIComponent(location.hash.slice(1));
  choose(found.models.find(one => one.name === wanted) || found.models[0]);
}

function choose(next) {
  model = next;
  $('model').value = model.name;
  document.title = model.name + ' · nn4j';
  $('title').textContent = model.name;
  $('about').textContent = model.task + ' model of ' + model.targets.join(', ') + ', version ' + model.version
    + ', SHA-256 ' + model.sha256.slice(0, 12) + (model.newFileRefused ? '. Its file has changed and is refused: ' + model.newFileRefused : '');
  $('main').hidden = $('files').hidden = $('cards').hidden = false;
  looked = null;
  $('curve').replaceChildren();
  $('rows').replaceChildren();
  $('fileState').textContent = '';
  $('cardDetails').open = false;
  fields = model.features.map(field);
  $('row').replaceChildren(...fields.map(one => one.element));
  soon(0);
}

/** A field of the form: its element, and what it says as a value of JSON. */
function field(feature, place) {
  const element = make('div', undefined, 'field');
  const label = make('label', feature.name);
  const id = 'f' + place;
  label.htmlFor = id;
  const values = make('div', undefined, 'values');
  const note = make('span', '', 'note');
  const made = ({number, category, boolean: flag, date})[feature.kind](feature, id, values, note);
  let gap = null;
  if (feature.mayBeMissing) {
    const missing = make('label', 'unknown ', 'gap');
    gap = make('input');
    gap.type = 'checkbox';
    gap.checked = feature.example === null;
    gap.onchange = () => soon(0);
    missing.append(gap);
    values.append(missing);
  }
  const known = () => { if (gap) gap.checked = false; soon(150); };
  values.addEventListener('input', event => { if (event.target !== gap) known(); });
  element.append(label, values, note);
  return {feature, element, value: () => gap && gap.checked ? null : made.value(), set: made.set};
}

function number(feature, id, values, note) {
  const input = make('input');
  input.id = id;
  input.type = 'number';
  input.step = feature.whole ? 1 : 'any';
  input.value = feature.example === null ? (feature.quantiles ? feature.quantiles[5] : 0) : feature.example;
  values.append(input);
  if (feature.largest > feature.least) {
    const slider = make('input');
    slider.type = 'range';
    slider.setAttribute('aria-label', feature.name + ', slider');
    slider.min = feature.low < feature.high ? feature.low : feature.least;
    slider.max = feature.low < feature.high ? feature.high : feature.largest;
    slider.step = feature.whole ? 1 : 'any';
    slider.value = input.value;
    slider.oninput = () => { input.value = Number(Number(slider.value).toPrecision(5)); look(feature); };
    input.oninput = () => { slider.value = input.value; look(feature); };
    values.append(slider);
    note.textContent = 'training saw ' + shown(feature.least) + ' to ' + shown(feature.largest);
  }
  return {value: () => input.value === '' ? null : Number(input.value), set: to => { input.value = to; }};
}

function category(feature, id, values, note) {
  const few = feature.categories.length <= 30 && !feature.takesOthers;
  const input = make(few ? 'select' : 'input');
  input.id = id;
  const options = feature.categories.map(one => new Option(one, one));
  if (few) {
    input.append(...options);
  } else {
    const list = make('datalist');
    list.id = id + 'list';
    list.append(...options);
    input.setAttribute('list', list.id);
    values.append(list);
    const some = feature.categories.slice(0, 6).join(', ');
    note.textContent = feature.categories.length > 6 ? some + ' and ' + (feature.categories.length - 6) + ' more' : some;
  }
  input.value = feature.example === null ? feature.categories[0] : feature.example;
  values.prepend(input);
  return {value: () => input.value, set: to => { input.value = to; }};
}

function flag(feature, id, values) {
  const input = make('select');
  input.id = id;
  input.append(new Option('yes', 'true'), new Option('no', 'false'));
  input.value = String(feature.example === true);
  values.append(input);
  return {value: () => input.value === 'true', set: to => { input.value = to; }};
}

/** Dates are written as the model's files write them. */
function date(feature, id, values, note) {
  const parts = /^(\d+)[^\d]+(\d+)[^\d]+(\d+)(?:[T ]+(\d+):(\d+))?/.exec(feature.example || '');
  const orders = {'year-month-day': [1, 2, 3], 'day-month-year': [3, 2, 1], 'month-day-year': [3, 1, 2]};
  const order = orders[feature.order];
  const input = make('input');
  input.id = id;
  note.textContent = feature.wanted;
  if (!order || (feature.example && !parts)) {
    input.value = feature.example || '';
    values.append(input);
    return {value: () => input.value, set: () => {}};
  }
  const pad = text => String(text).padStart(2, '0');
  input.type = feature.time ? 'datetime-local' : 'date';
  if (parts) {
    const day = parts[order[0]] + '-' + pad(parts[order[1]]) + '-' + pad(parts[order[2]]);
    input.value = feature.time ? day + 'T' + pad(parts[4] || 0) + ':' + pad(parts[5] || 0) : day;
  }
  values.append(input);
  const value = () => {
    const [day, time] = input.value.split('T');
    const [y, m, d] = day.split('-');
    const written = {'year-month-day': [y, m, d].join('-'), 'day-month-year': [d, m, y].join('.'),
      'month-day-year': [m, d, y].join('/')}[feature.order];
    return input.value === '' ? null : written + (time ? ' ' + time : '');
  };
  return {value, set: () => {}};
}

const row = () => Object.fromEntries(fields.map(one => [one.feature.name, one.value()]));

function soon(millis) {
  clearTimeout(timer);
  timer = setTimeout(answer, millis);
}

function look(feature) {
  looked = feature;
}

async function predict(rows, query) {
  return json(address() + '/predict?' + query, {
    method: 'POST',
    headers: {'Content-Type': 'application/json', Accept: 'application/json'},
    body: JSON.stringify(rows)
  });
}

async function answer() {
  const mine = ++asked;
  const query = ['probabilities', model.explains && 'contributions', model.checks && 'check', model.interval && 'interval=0.9',
    model.set && 'set=0.9'].filter(Boolean).join('&');
  const body = await predict([row()], query);
  if (mine !== asked) return;
  if (body === null) {
    $('answer').replaceChildren();
    $('brief').hidden = true;
    $('reasons').replaceChildren();
    document.body.dataset.state = 'fault';
    return;
  }
  fault('');
  said(body.predictions[0]);
  reasons(body.predictions[0]);
  const outside = body.predictions[0].outside || [];
  fields.forEach(one => one.element.classList.toggle('outside', outside.includes(one.feature.name)));
  document.body.dataset.state = 'answered';
  if (looked) curve(looked);
}

function said(one) {
  const parts = [];
  const value = one.prediction;
  if (typeof value === 'object' && value !== null) {
    for (const [name, number] of Object.entries(value)) {
      parts.push(make('div', name + ': ' + (model.task === 'multi-label' ? (number === 1 ? 'yes' : 'no') : shown(number)), 'said'));
    }
  } else {
    parts.push(make('div', typeof value === 'number' ? shown(value) : String(value), 'said'));
  }
  if (one.probability !== undefined) parts.push(make('div', 'with probability ' + percent(one.probability), 'sure'));
  if (one.interval && one.interval.low !== undefined) {
    parts.push(make('div', '90 % of such rows lie between ' + shown(one.interval.low) + ' and ' + shown(one.interval.high), 'sure'));
  }
  if (one.set) parts.push(make('div', one.set.length === 1 ? 'no other label is in the set that holds the true one for 90 % of rows'
    : 'for 90 % of rows the true one is among: ' + (one.set.join(', ') || 'none'), 'sure'));
  if (one.outside && one.outside.length) parts.push(make('div', 'outside what training saw: ' + one.outside.join(', '), 'sure'));
  for (const [label, share] of Object.entries(one.probabilities || {}).sort((a, b) => b[1] - a[1]).slice(0, 12)) {
    parts.push(bar(label, 0, share, percent(share), false));
  }
  $('answer').replaceChildren(...parts);
  $('brief').hidden = false;
  $('brief').textContent = parts.slice(0, 2).map(part => part.textContent).join(' ');
}

function bar(name, from, to, text, less) {
  const element = make('div', undefined, 'bar');
  const track = make('span', undefined, 'track');
  const fill = make('i', undefined, less ? 'less' : '');
  fill.style.left = 100 * Math.min(from, to) + '%';
  fill.style.width = 100 * Math.abs(to - from) + '%';
  track.append(fill);
  element.append(make('span', name), track, make('span', text));
  return element;
}

/** What each feature contributes, the largest first, on one scale around the middle. */
function reasons(one) {
  if (!one.contributions) {
    $('reasons').replaceChildren();
    return;
  }
  const all = Object.entries(one.contributions).sort((a, b) => Math.abs(b[1]) - Math.abs(a[1])).slice(0, 12);
  const largest = Math.max(1e-12, ...all.map(entry => Math.abs(entry[1])));
  const bars = all.map(([name, value]) =>
    bar(name, 0.5, 0.5 + value / largest / 2, (value > 0 ? '+' : '−') + shown(Math.abs(value)), value < 0));
  const what = model.task === 'regression' ? 'the mean answer, ' : 'the mean probability of ' + (model.positive || one.prediction) + ', ';
  $('reasons').replaceChildren(make('h3', 'Why: what each value adds to ' + what + shown(one.base)), ...bars);
}

/** How the answer would change with one number, the rest being as it is. */
async function curve(feature) {
  const low = feature.low < feature.high ? feature.low : feature.least;
  const high = feature.low < feature.high ? feature.high : feature.largest;
  if (!(high > low)) return;
  const steps = 40;
  const base = row();
  const places = Array.from({length: steps + 1}, (none, i) => Number((low + (high - low) * i / steps).toPrecision(6)));
  const body = await predict(places.map(place => Object.assign({}, base, {[feature.name]: place})), 'probabilities');
  if (body === null || looked !== feature) return;
  const label = model.positive || $('answer').querySelector('.said').textContent;
  const of = one => one.probabilities ? one.probabilities[label] ?? Object.values(one.probabilities)[0]
    : typeof one.prediction === 'object' ? Object.values(one.prediction)[0] : one.prediction;
  const heights = body.predictions.map(of);
  const probability = model.task !== 'regression';
  const least = probability ? 0 : Math.min(...heights);
  const most = probability ? 1 : Math.max(...heights);
  const x = value => 44 + 346 * (value - low) / (high - low);
  const y = value => 130 - 112 * (value - least) / ((most - least) || 1);
  const ns = 'http://www.w3.org/2000/svg';
  const draw = (tag, attributes, text) => {
    const element = document.createElementNS(ns, tag);
    Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
    if (text !== undefined) element.textContent = text;
    return element;
  };
  const svg = draw('svg', {viewBox: '0 0 400 160', role: 'img', 'aria-label': 'the answer by ' + feature.name});
  svg.append(draw('line', {class: 'axis', x1: 44, y1: 130, x2: 390, y2: 130}), draw('line', {class: 'axis', x1: 44, y1: 18, x2: 44, y2: 130}),
    draw('text', {x: 40, y: 22, 'text-anchor': 'end'}, shown(most)), draw('text', {x: 40, y: 132, 'text-anchor': 'end'}, shown(least)),
    draw('text', {x: 44, y: 146}, shown(low)), draw('text', {x: 390, y: 146, 'text-anchor': 'end'}, shown(high)),
    draw('polyline', {class: 'line', points: places.map((place, i) => x(place).toFixed(1) + ',' + y(heights[i]).toFixed(1)).join(' ')}));
  const now = base[feature.name];
  if (now !== null && now >= low && now <= high) {
    const nearest = places.reduce((best, place, i) => Math.abs(place - now) < Math.abs(places[best] - now) ? i : best, 0);
    svg.append(draw('circle', {class: 'now', cx: x(now).toFixed(1), cy: y(heights[nearest]).toFixed(1), r: 5}));
  }
  const what = probability ? 'probability of ' + label : model.targets[0];
  $('curve').replaceChildren(make('h3', 'What if: ' + what + ' by ' + feature.name), svg);
}

async function file(chosen) {
  $('fileState').textContent = 'asking about ' + chosen.name + ' …';
  $('rows').replaceChildren();
  const reply = await ask(address() + '/predict?probabilities', {
    method: 'POST', headers: {'Content-Type': 'text/csv', Accept: 'text/csv'}, body: chosen
  });
  if (reply === null) return;
  const text = await reply.text();
  if (!reply.ok) {
    let problem = text;
    try { problem = JSON.parse(text).error; } catch (none) { /* it is shown as it is */ }
    $('fileState').textContent = problem;
    return;
  }
  const lines = text.split('\n').filter(line => line !== '');
  const link = make('a', 'predictions.csv');
  link.href = URL.createObjectURL(new Blob([text], {type: 'text/csv'}));
  link.download = 'predictions.csv';
  $('fileState').replaceChildren((lines.length - 1) + ' rows: ', link);
  lines.slice(0, 21).forEach((line, i) => {
    const tr = make('tr');
    cells(line).forEach(cell => tr.append(make(i ? 'td' : 'th', cell)));
    $('rows').append(tr);
  });
}

/** The cells of a line of CSV. */
function cells(line) {
  const found = [];
  for (const part of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)) {
    found.push(part[1] === undefined ? part[2] : part[1].replaceAll('""', '"'));
  }
  return found;
}

$('row').onsubmit = event => { event.preventDefault(); soon(0); };
$('access').onsubmit = event => { event.preventDefault(); token = $('token').value; start(); };
$('file').onchange = () => { if ($('file').files.length) file($('file').files[0]); };
$('drop').ondragover = event => { event.preventDefault(); $('drop').classList.add('over'); };
$('drop').ondragleave = () => $('drop').classList.remove('over');
$('drop').ondrop = event => {
  event.preventDefault();
  $('drop').classList.remove('over');
  if (event.dataTransfer.files.length) file(event.dataTransfer.files[0]);
};
$('cardDetails').ontoggle = async () => {
  if (!$('cardDetails').open) return;
  const reply = await ask('models/' + encodeURIComponent(model.name) + '/card');
  if (reply !== null && reply.ok) $('card').srcdoc = await reply.text();
};
start();

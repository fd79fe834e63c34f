  // ---- elements: text goes into text nodes only, never through HTML

  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children.filter(child => child !== null).map(child => typeof child === 'number' ? figure(child) : child));
    return made;
  };
  const vector = (name, attributes) => {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };
  // The namespace of SVG, as an HTML reader itself gives it: no address stands in this file.
  const SVG = new DOMParser().parseFromString('<svg></svg>', 'text/html').querySelector('svg').namespaceURI;

  // ---- numbers, for people

  const figure = value => {
    if (value === null || value === undefined) return '–';
    const size = Math.abs(value);
    if (size >= 1e15 || size !== 0 && size < 1e-4) return minus(value.toExponential(2).replace('e+', 'e'));
    return Number.isInteger(value) ? minus(count(value)) : minus(withDecimals(value, decimalsOf(size)));
  };
  /** Of four digits that count, those behind the point. */
  const decimalsOf = size => size <= 1 ? 4 : Math.max(0, 3 - Math.floor(Math.log10(size)));
  const withDecimals = (value, decimals) => value.toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  /** Numbers that stand together: all with the decimals of the largest. */
  const alike = values => {
    const sizes = values.filter(value => value !== null && value !== undefined).map(Math.abs);
    const most = Math.max(0, ...sizes);
    if (sizes.every(Number.isInteger) || most >= 1e15 || most < 1e-2) return values.map(figure);
    return values.map(value => value === null || value === undefined ? '–' : minus(withDecimals(value, decimalsOf(most))));
  };
  /** A score between 0 and 1. */
  const score = value => value === null || value === undefined ? '–' : minus(value.toFixed(4));
  /** An axis's numbers, so many apart: in thousands or millions where they are that large. */
  const ticks = (values, apart) => {
    const most = Math.max(0, ...values.filter(value => value !== null).map(Math.abs));
    if (most >= 1e12 || most !== 0 && most < 1e-3) return values.map(value => value === null ? '' : value === 0 ? '0' : figure(value));
    const [unit, name] = most >= 1e9 ? [1e9, ' bn'] : most >= 1e6 ? [1e6, ' m'] : most >= 1e5 ? [1e3, ' k'] : [1, ''];
    // as many as tell steps of 2.5 apart, too
    const some = Math.max(0, -Math.floor(Math.log10(apart / unit) + 1e-9));
    const steps = apart / unit * 10 ** some;
    const decimals = Math.min(6, Math.abs(steps - Math.round(steps)) > 1e-6 ? some + 1 : some);
    return values.map(value => value === null ? '' : minus(withDecimals(value / unit, decimals)) + (value === 0 ? '' : name));
  };
  /** A text whose decimals are figures. */
  const rounded = text => text.replace(/-?\d+\.\d+(?:[Ee]-?\d+)?/g, value => figure(Number(value)));
  const minus = text => text.replace('-', '−').replace('e-', 'e−');
  const count = value => value.toLocaleString('en');
  const plural = (n, one) => count(n) + ' ' + one + (n === 1 ? '' : 's');

  // ---- tables

  const row = (cells, head) => element('tr', {}, ...cells.map((cell, i) =>
    element(head || i === 0 ? 'th' : 'td', head ? { scope: 'col' } : i === 0 ? { scope: 'row' } : {}, cell ?? '')));
  const table = (head, rows, kind = '') => element('table', { class: 'full ' + kind },
    element('thead', {}, row(head, true)), element('tbody', {}, ...rows.map(cells => row(cells, false))));
  const facts = pairs => element('table', { class: 'full facts' }, element('tbody', {},
    ...pairs.filter(([, value]) => value !== '' && value !== null && value !== undefined).map(cells => row(cells, false))));
  const panel = (title, note, wide, ...content) => element('section', { class: wide ? 'panel wide' : 'panel' },
    element('h3', {}, title), note ? element('p', { class: 'note' }, note) : null, ...content);
  const scroll = (content, kind = '') => element('div', { class: 'scroll ' + kind, tabindex: '0', role: 'group', 'aria-label': 'table' }, content);

  // ---- charts

  const DASHES = [[], [9, 5], [2, 4], [12, 4, 2, 4], [5, 3], [16, 5], [2, 2], [12, 3, 2, 3, 2, 3]];
  /** Where colours begin anew, another dash goes with each. */
  const dashOf = i => DASHES[(i + Math.floor(i / 8)) % DASHES.length];
  const charts = [];
  const css = name => getComputedStyle(document.body).getPropertyValue(name).trim();
  const colourOf = i => css('--s' + i % 8);
  const translucent = (colour, share) => colour + Math.round(share * 2.55).toString(16).padStart(2, '0');

  class Chart {
    /** description: { title, note, x, y: { name, range, log }, xs, series: [{ name, ys, kind }], guide, at } */
    constructor(description) {
      this.of = description;
      this.log = false;
      this.shown = description.series.map(() => true);
      this.plot = element('div', { class: 'plot', tabindex: '0', role: 'img', 'aria-label': this.summary() });
      this.at = element('span', { class: 'at' });
      this.values = description.series.map(() => element('output'));
      this.node = element('figure', { class: description.wide ? 'wide' : '' },
        element('figcaption', {}, element('div', {}, element('h3', {}, description.title),
          description.note ? element('p', { class: 'note' }, description.note) : null), this.logSwitch()),
        this.plot, this.legend(), this.alternative());
      this.plot.addEventListener('keydown', event => this.step(event));
      // A frame later: a chart that is drawn inside the notification changes sizes, which the browser calls a loop.
      new ResizeObserver(() => requestAnimationFrame(() => this.fit())).observe(this.plot);
      charts.push(this);
    }

    summary() {
      const parts = this.of.series.map(({ name, ys }) => {
        const known = ys.filter(y => y !== null);
        return known.length === 0 ? name : name + ' from ' + figure(known[0]) + ' to ' + figure(known[known.length - 1]);
      });
      return this.of.title + ' by ' + this.of.x.name + ': ' + parts.slice(0, 4).join('; ') + '. The numbers are in the table below.';
    }

    logSwitch() {
      if (!this.of.y.log || !this.of.series.some(({ ys }) => ys.some(y => y > 0))) return null;
      const button = element('button', { class: 'switch', type: 'button', 'aria-pressed': 'false' }, 'log scale');
      button.addEventListener('click', () => {
        this.log = !this.log;
        button.setAttribute('aria-pressed', String(this.log));
        this.draw();
      });
      return button;
    }

    legend() {
      const entries = this.of.series.map((one, i) => {
        this.samples ??= [];
        this.samples[i] = element('span');
        const button = element('button', { type: 'button', 'aria-pressed': 'true', title: 'show or hide' },
          this.samples[i], element('span', { class: 'name' }, one.name), this.values[i]);
        button.addEventListener('click', () => {
          this.shown[i] = !this.shown[i];
          button.setAttribute('aria-pressed', String(this.shown[i]));
          this.u?.setSeries(i + 1, { show: this.shown[i] });
        });
        return button;
      });
      return element('div', { class: 'legend' }, ...entries, this.at);
    }

    sample(i) {
      const picture = vector('svg', { width: 30, height: 12, 'aria-hidden': 'true' });
      if (this.of.series[i].kind === 'points') {
        picture.append(vector('circle', { cx: 15, cy: 6, r: 3.5, fill: 'none', stroke: colourOf(i), 'stroke-width': 1.5 }));
      } else {
        picture.append(vector('line', { x1: 1, y1: 6, x2: 29, y2: 6, stroke: colourOf(i), 'stroke-width': 2.5,
          'stroke-dasharray': dashOf(i).join(' ') }));
      }
      return picture;
    }

    alternative() {
      const holder = element('details', {}, element('summary', {}, 'as a table'));
      holder.addEventListener('toggle', () => {
        if (!holder.open || holder.children.length > 1) return;
        holder.append(scroll(this.table(), 'long'));
      });
      this.holder = holder;
      return holder;
    }

    table() {
      const head = [this.of.x.name, ...this.of.series.map(({ name }) => name)];
      const columns = [alike(this.of.xs), ...this.of.series.map(({ ys }) => alike(ys))];
      return table(head, this.of.xs.map((x, i) => columns.map(column => column[i] ?? '–')));
    }

    /** The same lines with other numbers. */
    update(xs, values) {
      this.of.xs = xs;
      this.of.series.forEach((one, i) => { one.ys = values[i]; });
      this.plot.setAttribute('aria-label', this.summary());
      if (this.holder.children.length > 1) {
        if (this.holder.open) this.holder.children[1].replaceChildren(this.table());
        else this.holder.children[1].remove();
      }
      if (this.u && this.few === this.isFew()) this.u.setData([xs, ...this.columns()]);
      else this.draw();
    }

    isFew() {
      return this.of.xs.length <= FEW_POINTS;
    }

    columns() {
      return this.of.series.map(({ ys }) => this.log ? ys.map(value => value > 0 ? value : null) : ys);
    }

    step(event) {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (!step || !this.u) return;
      event.preventDefault();
      const next = Math.max(0, Math.min(this.of.xs.length - 1, (this.u.cursor.idx ?? (step > 0 ? -1 : this.of.xs.length)) + step));
      this.u.setCursor({ left: this.u.valToPos(this.of.xs[next], 'x'), top: 10 });
    }

    size() {
      const width = Math.floor(this.plot.clientWidth);
      return { width, height: this.of.square ? Math.min(340, Math.max(240, Math.round(width * 0.72))) : 240 };
    }

    fit() {
      if (this.plot.clientWidth === 0) return;
      if (!this.u) this.draw();
      else if (Math.abs(this.u.width - this.size().width) > 0) this.u.setSize(this.size());
    }

    axis(name, scale) {
      return {
        scale, label: name, labelSize: 18, labelGap: scale === 'x' ? 0 : 2, stroke: css('--quiet'), font: FONT, labelFont: FONT, gap: 6,
        grid: { stroke: css('--grid'), width: 1 }, ticks: { show: false },
        values: (u, splits, index, space, apart) => scale === 'y' && this.log ? splits.map(value => value === null ? '' : figure(value)) : ticks(splits, apart),
        ...(this.of[scale].whole && !(scale === 'y' && this.log) ? { incrs: WHOLE } : {}),
        ...(scale === 'y' ? { size: (u, values) => 14 + Math.max(18, ...(values ?? []).map(text => String(text).length * 7)) } : { size: 30, space: 56 }),
      };
    }

    line(one, i) {
      const colour = colourOf(i);
      const kinds = {
        points: { paths: () => null, points: { show: true, size: 6, width: 1.25, stroke: colour, fill: translucent(colour, 20) } },
        faint: { stroke: translucent(colour, 45), width: 1, dash: [], points: { show: false } },
        steps: { paths: uPlot.paths.stepped({ align: 1 }), fill: translucent(colour, i === 0 ? 22 : 12), points: { show: false } },
      };
      return { label: one.name, stroke: colour, width: 2, dash: dashOf(i), spanGaps: true, show: this.shown[i],
        points: { show: this.few && !one.plain, size: 5, stroke: colour, fill: css('--paper') }, ...(kinds[one.kind] ?? {}) };
    }

    draw() {
      if (this.plot.clientWidth === 0) return;
      this.u?.destroy();
      this.few = this.isFew();
      const { x, y, xs, series, guide } = this.of;
      this.u = new uPlot({
        ...this.size(), legend: { show: false }, padding: [10, 22, 0, 0],
        cursor: { drag: { x: true, y: false }, points: { size: 8 }, y: false },
        scales: { x: { time: false, ...(x.range ? { range: x.range } : {}) },
          y: this.log ? { distr: 3 } : y.range ? { range: y.range } : y.fromZero ? { range: (u, low, high) => [0, (high || 1) * 1.08] } : {} },
        axes: [this.axis(x.name, 'x'), this.axis(y.name + (this.log ? ' (log)' : ''), 'y')],
        series: [{ label: x.name }, ...series.map((one, i) => this.line(one, i))],
        hooks: { setCursor: [u => this.tell(u.cursor.idx)], draw: guide ? [u => this.guide(u, guide)] : [] },
      }, [xs, ...this.columns()], this.plot);
      this.samples.forEach((holder, i) => holder.replaceChildren(this.sample(i)));
      this.tell(null);
      this.plot.dataset.drawn = 'true';
    }

    /** A line to compare with, dotted and named: at an x, at a y, or from a point to another. */
    guide(u, { x, y, from, to, name }) {
      const { ctx: context, bbox: { left, top, width, height } } = u;
      const [right, bottom] = [left + width, top + height];
      const point = ([a, b]) => [u.valToPos(a, 'x', true), u.valToPos(b, 'y', true)];
      const vertical = x === undefined ? null : u.valToPos(x, 'x', true);
      const horizontal = y === undefined ? null : u.valToPos(y, 'y', true);
      const [start, end] = vertical !== null ? [[vertical, top], [vertical, bottom]]
        : horizontal !== null ? [[left, horizontal], [right, horizontal]] : [point(from), point(to)];
      const dot = devicePixelRatio;
      context.save();
      context.beginPath();
      context.rect(left, top, width, height);
      context.clip();
      context.strokeStyle = context.fillStyle = css('--quiet');
      context.lineWidth = 1.5 * dot;
      context.setLineDash([2 * dot, 4 * dot]);
      context.beginPath();
      context.moveTo(...start);
      context.lineTo(...end);
      context.stroke();
      context.font = `${11 * dot}px system-ui, sans-serif`;
      const late = vertical !== null && vertical > left + width / 2;
      context.textAlign = vertical === null || late ? 'right' : 'left';
      context.textBaseline = 'bottom';
      if (vertical !== null) context.fillText(name, vertical + (late ? -5 : 5) * dot, top + 16 * dot);
      else context.fillText(name, right - 8 * dot, bottom - 6 * dot);
      context.restore();
    }

    tell(index) {
      const known = index !== null && index !== undefined;
      this.at.textContent = known ? (this.of.at ?? this.of.x.name) + ' ' + figure(this.of.xs[index]) : '';
      this.values.forEach((output, i) => { output.textContent = known && this.of.series[i].ys[index] !== null ? figure(this.of.series[i].ys[index]) : ''; });
    }
  }
  /** So many are marked one by one. */
  const FEW_POINTS = 40;
  const WHOLE = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5, 2e5, 5e5, 1e6, 2e6, 5e6, 1e7, 1e8, 1e9];
  const FONT = '12px system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif';
  const chart = description => new Chart(description).node;

  // ---- drawn anew where colours or sizes change

  const redraw = () => charts.forEach(one => one.draw());
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
  const forPrint = printing => {
    document.body.classList.toggle('printing', printing);
    redraw();
  };
  addEventListener('beforeprint', () => forPrint(true));
  addEventListener('afterprint', () => forPrint(false));

// The report of a scan. Everything it shows is analysed code's, so all of it goes into the page as text, never as markup.
'use strict';
(() => {
  const report = JSON.parse(document.getElementById('data').textContent);
  const editor = typeof acquireVsCodeApi === 'function' ? acquireVsCodeApi() : null;
  const pageSize = 200;
  const levels = ['note', 'warning', 'error'];
  const state = { folder: '', text: '', rule: '', levels: new Set(levels), sort: 'weight', descending: true, limit: pageSize, open: new Set() };
  const byId = id => document.getElementById(id);

  function element(tag, properties = {}, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children.filter(child => child !== null));
    return made;
  }

  function bytes(count) {
    const units = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'];
    let unit = 0;
    let value = count;
    for (; value >= 1024 && unit < units.length - 1; unit++) value /= 1024;
    const digits = unit === 0 || value >= 100 ? 0 : value >= 10 ? 1 : 2;
    return `${value.toLocaleString('en', { maximumFractionDigits: digits })} ${units[unit]}`;
  }

  const number = count => count.toLocaleString('en');
  const isOpen = finding => finding.bound !== 'finite';
  const held = finding => finding.retained ?? finding.peak;

  /** What its area and its place in the table go by. */
  function weigh(finding) {
    const known = Math.max(finding.retained ?? 0, finding.peak ?? 0);
    return known > 0 ? known : (finding.perTrip ?? 0) * 1000;
  }

  function amount(finding) {
    const known = held(finding);
    if (known !== null && known > 0) return bytes(known);
    if (finding.perTrip) return `${bytes(finding.perTrip)} a time`;
    return isOpen(finding) && finding.bound !== null ? 'grows' : '';
  }

  function showTotals() {
    const { summary } = report;
    const words = { block: 'would be blocked', review: 'wants a look', allow: 'may run' };
    byId('verdict').append(element('b', { className: report.verdict, textContent: report.verdict }), ` This code ${words[report.verdict]}.`);
    const sum = report.findings.reduce((total, finding) => total + (isOpen(finding) ? 0 : finding.retained ?? 0), 0);
    const open = report.findings.filter(finding => isOpen(finding) && finding.bound !== null).length;
    for (const [value, meaning] of [
      [number(summary.error), summary.error === 1 ? 'error' : 'errors'],
      [number(summary.warning), summary.warning === 1 ? 'warning' : 'warnings'],
      [number(summary.note), summary.note === 1 ? 'note' : 'notes'],
      [bytes(sum), 'known to stay held'], [number(open), 'grow without a known end'],
      [number(summary.files), `files, ${number(summary.lines)} lines`], [number(summary.suppressed), 'accepted by somebody'],
    ]) byId('totals').append(element('div', { className: 'total' }, element('strong', { textContent: value }), element('span', { textContent: meaning })));
    byId('footer').textContent = `LeakLens ${report.version}, ${number(Math.round(summary.elapsedMs))} ms`;
  }

  /** Folders and files as a tree. */
  function grow() {
    const root = { name: '', path: '', weight: 0, children: new Map() };
    for (const finding of report.findings) {
      const weight = weigh(finding);
      if (weight <= 0) continue;
      let node = root;
      node.weight += weight;
      const parts = finding.path.split('/');
      parts.forEach((part, i) => {
        const path = parts.slice(0, i + 1).join('/');
        if (!node.children.has(part)) node.children.set(part, { name: part, path, weight: 0, children: new Map(), level: 0, open: false });
        node = node.children.get(part);
        node.weight += weight;
        node.level = Math.max(node.level, levels.indexOf(finding.level));
        node.open ||= isOpen(finding);
      });
    }
    return root;
  }

  /** A folder with one entry is shown as that entry. */
  function joined(node) {
    let name = node.name;
    for (; node.children.size === 1; name += `/${node.name}`) [node] = node.children.values();
    return { ...node, name };
  }

  function find(root, path) {
    return path === '' ? root : path.split('/').reduce((node, part) => node?.children.get(part), root) ?? root;
  }

  /** Rectangles as square as can be, one for each weight, largest first. */
  function squarify(weights, x, y, width, height) {
    const rectangles = [];
    let rest = weights.reduce((sum, weight) => sum + weight, 0);
    for (let i = 0; i < weights.length;) {
      const short = Math.min(width, height);
      if (short <= 0 || rest <= 0) break;
      const scale = width * height / rest;
      let sum = 0;
      let best = Infinity;
      let end = i;
      for (; end < weights.length; end++) {
        const next = sum + weights[end];
        const thick = next * scale / short;
        const worst = Math.max(...[weights[i], weights[end]].map(weight => Math.max(thick / (weight * scale / thick), weight * scale / thick / thick)));
        if (worst > best) break;
        best = worst;
        sum = next;
      }
      const thick = sum * scale / short;
      let along = 0;
      for (let k = i; k < end; k++) {
        const length = weights[k] / sum * short;
        rectangles.push(width >= height ? { x, y: y + along, width: thick, height: length } : { x: x + along, y, width: length, height: thick });
        along += length;
      }
      if (width >= height) { x += thick; width -= thick; } else { y += thick; height -= thick; }
      rest -= sum;
      i = end;
    }
    return rectangles;
  }

  function showMap() {
    const map = byId('map');
    const root = find(grow(), state.folder);
    map.replaceChildren();
    if (root.weight === 0) map.append(element('p', { className: 'legend', textContent: 'Nothing here has a number of bytes.' }));
    place(map, root, 0, 0, map.clientWidth, map.clientHeight, 0);
    showCrumbs();
  }

  function place(map, node, x, y, width, height, depth) {
    const children = [...node.children.values()].map(joined).sort((a, b) => b.weight - a.weight || (a.path < b.path ? -1 : 1)).slice(0, 80);
    squarify(children.map(child => child.weight), x, y, width, height).forEach((box, i) => {
      if (box.width < 3 || box.height < 3) return;
      const child = children[i];
      const isFile = child.children.size === 0;
      const opens = !isFile && depth < 3 && box.width > 70 && box.height > 50;
      const tile = element('button', {
        type: 'button',
        className: opens ? 'tile folder' : `tile ${levels[child.level]}${child.open ? ' open' : ''}`,
        title: `${child.path}: ${bytes(child.weight)}`,
        textContent: box.width > 40 && box.height > 16 ? `${child.name} ${bytes(child.weight)}` : '',
      });
      tile.setAttribute('aria-label', tile.title);
      tile.addEventListener('click', () => enter(child.path));
      Object.assign(tile.style, { left: `${box.x}px`, top: `${box.y}px`, width: `${box.width}px`, height: `${box.height}px` });
      map.append(tile);
      if (opens) place(map, child, box.x + 4, box.y + 20, box.width - 8, box.height - 24, depth + 1);
    });
  }

  function showCrumbs() {
    const crumbs = byId('crumbs');
    crumbs.replaceChildren();
    if (state.folder === '') return;
    const parts = state.folder.split('/');
    ['', ...parts].forEach((part, i) => {
      const path = parts.slice(0, i).join('/');
      const crumb = element('button', { type: 'button', textContent: i === 0 ? 'everything' : part });
      crumb.addEventListener('click', () => enter(path));
      crumbs.append(i > 0 ? ' / ' : '', crumb);
    });
  }

  function enter(path) {
    state.folder = path;
    state.limit = pageSize;
    showMap();
    showRows();
  }

  function chosen() {
    const words = state.text.toLowerCase();
    return report.findings.filter(finding => state.levels.has(finding.level)
      && (state.rule === '' || finding.id === state.rule)
      && (state.folder === '' || finding.path === state.folder || finding.path.startsWith(`${state.folder}/`))
      && (words === '' || finding.message.toLowerCase().includes(words) || finding.path.toLowerCase().includes(words)));
  }

  function compare(left, right) {
    const keys = { weight: weigh, level: finding => levels.indexOf(finding.level), id: finding => finding.id, path: finding => finding.path };
    const [a, b] = [keys[state.sort](left), keys[state.sort](right)];
    const order = a < b ? -1 : a > b ? 1 : 0;
    return (state.descending ? -order : order) || left.index - right.index;
  }

  function showRows() {
    const findings = chosen().sort(compare);
    const shown = findings.slice(0, state.limit);
    byId('rows').replaceChildren(...shown.flatMap(finding => state.open.has(finding.index) ? [row(finding), details(finding)] : [row(finding)]));
    byId('shown').textContent = findings.length === report.findings.length ? `${number(findings.length)} findings` : `${number(findings.length)} of ${number(report.findings.length)} findings`;
    byId('more').hidden = shown.length === findings.length;
    for (const button of document.querySelectorAll('[data-sort]')) {
      if (button.dataset.sort === state.sort) button.setAttribute('aria-sort', state.descending ? 'descending' : 'ascending');
      else button.removeAttribute('aria-sort');
    }
  }

  function row(finding) {
    const made = element('tr', { className: 'finding', tabIndex: 0 },
      element('td', {}, element('span', { className: `level ${finding.level}`, textContent: finding.level })),
      element('td', { textContent: finding.id, title: report.rules[finding.id] ?? '' }),
      element('td', { className: 'number', textContent: amount(finding) }),
      element('td', { textContent: finding.message }),
      element('td', { className: 'where', title: `${finding.path}:${finding.line}` }, where(finding)));
    made.setAttribute('aria-expanded', String(state.open.has(finding.index)));
    const toggle = () => {
      if (!state.open.delete(finding.index)) state.open.add(finding.index);
      showRows();
    };
    made.addEventListener('click', toggle);
    made.addEventListener('keydown', event => { if (event.key === 'Enter') toggle(); });
    return made;
  }

  function where(finding, line = finding.line, column = finding.column, text = `${finding.path}:${line}`) {
    if (!editor) return text;
    const link = element('button', { type: 'button', textContent: text });
    link.addEventListener('click', event => {
      event.stopPropagation();
      editor.postMessage({ command: 'open', path: finding.path, line, column });
    });
    return link;
  }

  function details(finding) {
    const words = element('div', {});
    if (finding.source) words.append(source(finding.source));
    if (finding.steps.length > 0) words.append(element('ol', {}, ...finding.steps.map(step => element('li', {}, where(finding, step.line, step.column, `line ${step.line}`), `: ${step.message}`))));
    if (finding.advice) words.append(element('p', {}, element('b', { textContent: 'Instead: ' }), finding.advice));
    words.append(element('p', { className: 'where', textContent: `${finding.rule}: ${report.rules[finding.id] ?? ''}` }));
    return element('tr', {}, element('td', { colSpan: 5 }, element('div', { className: 'details' }, words, curve(finding) ?? element('div'))));
  }

  function source({ first, lines, marked }) {
    const width = String(first + lines.length - 1).length;
    return element('pre', {}, ...lines.map((line, i) => element('span', { className: first + i === marked ? 'marked' : '' },
      element('span', { className: 'gutter', textContent: `${String(first + i).padStart(width)}  ` }), `${line}\n`)));
  }

  /** Bytes over trips: up to the end that is known, or on and on. */
  function curve(finding) {
    const open = finding.trips === null || isOpen(finding);
    const trips = open ? 1000 : finding.trips;
    const top = finding.perTrip ? finding.perTrip * trips : held(finding);
    if (!top || !trips || trips < 2) return null;
    const [left, right, bottom, height] = [8, 292, 150, 120];
    const parts = [
      drawing('line', { class: 'axis', x1: left, y1: bottom, x2: right, y2: bottom }),
      drawing('polyline', { class: `curve${open ? ' open' : ''}`, points: points() }),
      drawing('text', { x: left, y: 18 }, bytes(Math.max(top, open ? 0 : finding.peak ?? 0))),
      drawing('text', { x: right, y: 166, 'text-anchor': 'end' }, open ? 'and so on: 1,000 trips shown' : `${number(trips)} trips`),
    ];
    return drawing('svg', { viewBox: '0 0 300 172', role: 'img', 'aria-label': `Bytes held over ${number(trips)} trips` }, ...parts);

    function points() {
      const end = open ? right : right - 40;
      const rise = `${left},${bottom} ${end},${bottom - height}`;
      if (open) return rise;
      const rest = bottom - (height * Math.min(1, (finding.retained ?? 0) / Math.max(top, finding.peak ?? 0)));
      return `${rise} ${end},${rest} ${right},${rest}`;
    }
  }

  function drawing(tag, attributes, ...children) {
    const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  }

  function showProblems() {
    byId('problems').hidden = report.problems.length === 0;
    byId('problems').querySelector('ul').append(...report.problems.slice(0, 500).map(problem => element('li', { textContent: `${problem.path}: ${problem.message}` })));
  }

  function listen() {
    byId('filters').addEventListener('submit', event => event.preventDefault());
    byId('text').addEventListener('input', event => { state.text = event.target.value; showRows(); });
    byId('rule').addEventListener('change', event => { state.rule = event.target.value; showRows(); });
    for (const box of document.querySelectorAll('[data-level]')) {
      box.addEventListener('change', () => {
        if (box.checked) state.levels.add(box.dataset.level);
        else state.levels.delete(box.dataset.level);
        showRows();
      });
    }
    for (const button of document.querySelectorAll('[data-sort]')) {
      button.addEventListener('click', () => {
        state.descending = state.sort === button.dataset.sort ? !state.descending : ['weight', 'level'].includes(button.dataset.sort);
        state.sort = button.dataset.sort;
        showRows();
      });
    }
    byId('more').addEventListener('click', () => { state.limit += pageSize; showRows(); });
    byId('theme').hidden = editor !== null;
    byId('theme').addEventListener('click', () => {
      const root = document.documentElement;
      const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
      root.dataset.theme = dark ? 'light' : 'dark';
    });
    addEventListener('resize', showMap);
  }

  report.findings.forEach((finding, index) => { finding.index = index; });
  for (const id of [...new Set(report.findings.map(finding => finding.id))].sort()) {
    byId('rule').append(element('option', { value: id, textContent: `${id} ${report.findings.find(finding => finding.id === id).rule}` }));
  }
  showTotals();
  showMap();
  showRows();
  showProblems();
  listen();
})();

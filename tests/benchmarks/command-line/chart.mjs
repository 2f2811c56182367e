// Line charts side by side as one SVG, readable on light and on dark pages; nothing in it but shapes and text.
const width = 420;
const height = 300;
const margin = { left: 58, right: 76, top: 44, bottom: 46 };

const style = `
  text { font: 12px system-ui, sans-serif; fill: #1f2328 }
  .title { font-size: 14px; font-weight: 600 }
  .grid { stroke: #d1d9e0; stroke-width: 1 }
  .line { fill: none; stroke-width: 2 }
  .s0 { stroke: #0969da; fill: #0969da } .s1 { stroke: #9a6700; fill: #9a6700 }
  .line.s0, .line.s1 { fill: none }
  text.s0, text.s1 { stroke: none }
  .straight { stroke: #656d76; stroke-width: 1; stroke-dasharray: 3 4 }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 } .grid { stroke: #3d444d } .straight { stroke: #9198a1 }
    .s0 { stroke: #4493f8; fill: #4493f8 } .s1 { stroke: #d29922; fill: #d29922 }
  }`;

/** Each chart: `{ title, unit, xUnit, series: [{ name, points: [[x, y], ...] }] }`. From zero on; the dotted line is what the last point would have come from at an even pace. */
export function drawLines(charts) {
  const body = charts.map((chart, index) => `<g transform="translate(${index * width} 0)">${drawChart(chart)}</g>`).join('\n');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${charts.length * width} ${height}" width="${charts.length * width}" height="${height}" role="img">\n`
    + `<title>${escape(charts.map(chart => chart.title).join(', '))}</title>\n<style>${style}\n</style>\n${body}\n</svg>\n`;
}

function drawChart({ title, unit, xUnit, series }) {
  const all = series.flatMap(one => one.points);
  const xStep = stepOf(Math.max(...all.map(point => point[0])));
  const yStep = stepOf(Math.max(...all.map(point => point[1])));
  const xEnd = Math.ceil(Math.max(...all.map(point => point[0])) / xStep) * xStep;
  const yEnd = Math.ceil(Math.max(...all.map(point => point[1])) / yStep) * yStep;
  const x = value => round(margin.left + (value / xEnd) * (width - margin.left - margin.right));
  const y = value => round(height - margin.bottom - (value / yEnd) * (height - margin.top - margin.bottom));
  const parts = [`<text class="title" x="${margin.left}" y="22">${escape(title)}</text>`];
  for (let tick = 0; tick <= yEnd + yStep / 2; tick += yStep) {
    parts.push(`<line class="grid" x1="${x(0)}" y1="${y(tick)}" x2="${x(xEnd)}" y2="${y(tick)}"/>`, `<text x="${x(0) - 8}" y="${y(tick) + 4}" text-anchor="end">${label(tick)}</text>`);
  }
  for (let tick = 0; tick <= xEnd + xStep / 2; tick += xStep) parts.push(`<text x="${x(tick)}" y="${height - margin.bottom + 18}" text-anchor="middle">${label(tick)}</text>`);
  parts.push(`<text x="${(x(0) + x(xEnd)) / 2}" y="${height - 8}" text-anchor="middle">${escape(xUnit)}</text>`, `<text x="${x(0) - 8}" y="${margin.top - 8}" text-anchor="end">${escape(unit)}</text>`);
  series.forEach(({ name, points }, index) => {
    const last = points.at(-1);
    if (series.length > 1) parts.push(`<line class="straight" x1="${x(0)}" y1="${y(0)}" x2="${x(last[0])}" y2="${y(last[1])}"/>`);
    parts.push(`<polyline class="line s${index}" points="${points.map(point => `${x(point[0])},${y(point[1])}`).join(' ')}"/>`);
    for (const point of points) parts.push(`<circle class="s${index}" cx="${x(point[0])}" cy="${y(point[1])}" r="3"/>`);
    parts.push(`<text class="s${index}" x="${x(last[0]) + 8}" y="${y(last[1]) + 4}">${escape(name)}</text>`);
  });
  return parts.join('\n');
}

/** 1, 2 or 5 times a power of ten, so that there are four to eight steps. */
function stepOf(largest) {
  const power = 10 ** Math.floor(Math.log10(largest / 4));
  return [1, 2, 5, 10].map(times => times * power).find(step => largest / step <= 8);
}

const label = value => value.toLocaleString('en-US', { maximumFractionDigits: 2 });
const round = value => Math.round(value * 10) / 10;
const escape = text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

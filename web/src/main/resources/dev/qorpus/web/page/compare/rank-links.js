/** Lines between columns that join the ranks of an entry. */
const SVG = 'http://www.w3.org/2000/svg';

/** Draws the lines behind the columns, again after each change of size. */
export function drawRankLinks(columns) {
  const drawing = document.createElementNS(SVG, 'svg');
  drawing.setAttribute('class', 'rank-links');
  drawing.setAttribute('aria-hidden', 'true');
  columns.append(drawing);
  const observer = new ResizeObserver(() => {
    if (drawing.isConnected) draw(columns, drawing);
    else observer.disconnect();
  });
  observer.observe(columns);
}

function draw(columns, drawing) {
  const frame = columns.getBoundingClientRect();
  const lists = [...columns.querySelectorAll('.column')].map((column) => new Map(
    [...column.querySelectorAll('[data-id]')].map((item) => [item.dataset.id, item.getBoundingClientRect()])));
  const across = (x) => x - frame.left + columns.scrollLeft;
  drawing.setAttribute('width', 0);
  drawing.setAttribute('width', columns.scrollWidth);
  drawing.setAttribute('height', columns.clientHeight);
  drawing.replaceChildren();
  for (let i = 0; i + 1 < lists.length; i++) {
    for (const [id, from] of lists[i]) {
      const to = lists[i + 1].get(id);
      // Columns below each other have no lines.
      if (to && to.left > from.right) {
        drawing.append(link(id, curve(across(from.right), middle(from) - frame.top, across(to.left), middle(to) - frame.top)));
      }
    }
  }
}

function link(id, path) {
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  line.dataset.id = id;
  return line;
}

/** A path that is level at both ends. */
export function curve(x1, y1, x2, y2) {
  const bend = (x2 - x1) / 2;
  return `M${x1},${y1} C${x1 + bend},${y1} ${x2 - bend},${y2} ${x2},${y2}`;
}

// At the first line of an entry, so that lines start beside the rank.
const middle = (box) => box.top + Math.min(box.height / 2, 18);

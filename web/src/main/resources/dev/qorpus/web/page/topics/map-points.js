/** The entries as points: positions, neighbours and groups. */

/** Columns of coordinates from 0 to 1, and a search for the nearest point. The outermost points touch the edges. */
export function readPoints({ x, y }) {
  const points = { count: x.length, x: fitted(x), y: fitted(y) };
  let [tree, wide] = [null, 0];
  /** The nearest point within a distance in heights of the map, which is `stretch` times as wide as high; or −1. */
  points.nearest = (px, py, within, stretch = 1) => {
    if (wide !== stretch) {
      wide = stretch;
      tree = d3.quadtree(d3.range(x.length), (i) => points.x[i] * stretch, (i) => points.y[i]);
    }
    return tree.find(px * stretch, py, within) ?? -1;
  };
  return points;
}

function fitted(numbers) {
  const [low, high] = d3.extent(numbers);
  return Float64Array.from(numbers, (n) => (high > low ? (n - low) / (high - low) : 0.5));
}

/** Indexes of points by group; those without a group come last. */
export function inGroups(groups, count) {
  const members = Array.from({ length: count + 1 }, () => []);
  groups.forEach((group, i) => members[group < 0 || group >= count ? count : group].push(i));
  return members;
}

/** The median of some points, which a few outliers do not move. */
export function middle(points, members) {
  const median = (axis) => {
    const sorted = members.map((i) => axis[i]).sort((a, b) => a - b);
    return sorted[sorted.length >> 1] ?? 0.5;
  };
  return { x: median(points.x), y: median(points.y) };
}

/** The nearest point that lies more in this direction than to its sides, or −1. */
export function towards(points, from, dx, dy) {
  let best = -1;
  let nearest = Infinity;
  for (let i = 0; i < points.count; i++) {
    const [x, y] = [points.x[i] - from.x, points.y[i] - from.y];
    const along = x * dx + y * dy;
    const aside = Math.abs(x * dy - y * dx);
    const far = along + 2 * aside;
    if (along > 1e-6 && aside <= along && far < nearest) [best, nearest] = [i, far];
  }
  return best;
}

/** The box around most of some points: a tenth of them at each side may be outliers. */
export function boxAround(points, members) {
  const range = (axis) => {
    const sorted = members.map((i) => axis[i]).sort((a, b) => a - b);
    const cut = Math.floor(sorted.length / 10);
    return [sorted[cut], sorted[sorted.length - 1 - cut]];
  };
  const [[left, right], [top, bottom]] = [range(points.x), range(points.y)];
  return { left, right, top, bottom };
}

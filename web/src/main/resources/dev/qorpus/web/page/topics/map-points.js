/** The entries as points: positions, neighbours and groups. */

/** Columns of coordinates from 0 to 1, and a search for the nearest point. */
export function readPoints({ x, y, scale }) {
  const points = { count: x.length, x: Float64Array.from(x, (n) => n / scale), y: Float64Array.from(y, (n) => n / scale) };
  const tree = d3.quadtree(d3.range(x.length), (i) => points.x[i], (i) => points.y[i]);
  points.nearest = (px, py, within) => tree.find(px, py, within) ?? -1;
  return points;
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

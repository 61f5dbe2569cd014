/** Golden angle: points set at its multiples never line up. */
export const GOLDEN_ANGLE = 2.399963;

/** Radius of the room that a node takes, in units of the layout. */
export const NODE_ROOM = 16;

/** A start place for each id from its hash (FNV-1a): the same graph always begins, and so ends, in the same places. */
export function startPlaces(ids: readonly string[]): Float32Array {
  const places = new Float32Array(ids.length * 2);
  ids.forEach((id, index) => {
    let hash = 0x811c9dc5;
    for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
    const second = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    places[2 * index] = ((hash >>> 0) / 2 ** 32) * 1000;
    places[2 * index + 1] = ((second >>> 0) / 2 ** 32) * 1000;
  });
  return places;
}

/**
 * Start places of a large graph: every community a disc with its best connected members in the middle, the discs around each other, largest first. The
 * picture can be read before the forces have done anything, and they have little left to do.
 *
 * @param communities Number of each node's community, the largest community 0.
 * @param degrees Degree of each node.
 */
export function communityPlaces(communities: ArrayLike<number>, degrees: ArrayLike<number>): Float32Array {
  const members: number[][] = [];
  for (let node = 0; node < communities.length; node++) {
    const number = communities[node]!;
    while (members.length <= number) members.push([]);
    members[number]!.push(node);
  }
  const places = new Float32Array(communities.length * 2);
  let before = 0;
  members.forEach((disc, number) => {
    disc.sort((a, b) => degrees[b]! - degrees[a]! || a - b);
    // In the middle of the ring that its nodes take when all are set from the centre outwards.
    const away = number === 0 ? 0 : NODE_ROOM * 1.8 * Math.sqrt(before + disc.length / 2);
    const x = Math.cos(number * GOLDEN_ANGLE) * away;
    const y = Math.sin(number * GOLDEN_ANGLE) * away;
    disc.forEach((node, index) => {
      const radius = NODE_ROOM * Math.sqrt(index);
      places[2 * node] = x + Math.cos(index * GOLDEN_ANGLE) * radius;
      places[2 * node + 1] = y + Math.sin(index * GOLDEN_ANGLE) * radius;
    });
    before += disc.length;
  });
  return places;
}

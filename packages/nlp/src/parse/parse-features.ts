import { mix1, mix2, mix3 } from "../model/hash.ts";
import { PADDING, type WordColumns } from "../tag/word-columns.ts";
import { NONE, type ParseState } from "./parse-state.ts";

/** Upper bound on what `structureFeatures` writes. */
export const MAX_STRUCTURE_FEATURES = 128;
/** Upper bound on what `labelFeatures` writes. */
export const MAX_LABEL_FEATURES = 64;

/** Tag of an absent word and of the root, after the tags of `XPOS_TAGS`. */
const ABSENT = 61;
const ROOT = 62;

/** The parser's view of a sentence: word columns and tags, both padded alike. */
export interface ParserInput {
  readonly words: WordColumns;
  readonly tags: Int32Array;
}

/** Input with room for `capacity` units. */
export function createParserInput(words: WordColumns, capacity: number): ParserInput {
  return { words, tags: new Int32Array(capacity + 2 * PADDING) };
}

/** Sets the tags of the words that `input.words` holds. */
export function fillTags(input: ParserInput, tags: ArrayLike<number>, first: number): void {
  const { count } = input.words;
  for (let i = 0; i < PADDING; i += 1) {
    input.tags[i] = ABSENT;
    input.tags[PADDING + count + i] = ABSENT;
  }
  for (let i = 0; i < count; i += 1) input.tags[PADDING + i] = tags[first + i]!;
  input.tags[PADDING + count] = ROOT;
}

const bucket = (distance: number): number => (distance < 6 ? distance : distance < 11 ? 6 : distance < 18 ? 7 : 8);

/** Writes the feature hashes that decide the next transition; returns how many. */
export function structureFeatures(input: ParserInput, state: ParseState, out: Int32Array): number {
  const { tags } = input;
  const { lower, cluster, coarse } = input.words;
  const { stack, depth, next, label } = state;
  const s0 = depth > 0 ? stack[depth - 1]! : NONE;
  const s1 = depth > 1 ? stack[depth - 2]! : NONE;
  const s2 = depth > 2 ? stack[depth - 3]! : NONE;
  const b0 = next;
  // Slot 0 is padding: absent words read its values.
  const p0 = s0 < 0 ? 0 : s0 + PADDING;
  const p1 = s1 < 0 ? 0 : s1 + PADDING;
  const p2 = s2 < 0 ? 0 : s2 + PADDING;
  const q0 = b0 + PADDING;
  const q1 = b0 < state.count ? q0 + 1 : q0;
  const q2 = b0 + 1 < state.count ? q0 + 2 : q1;
  const s0w = lower[p0]!;
  const s0t = tags[p0]!;
  const s0p = cluster[p0]!;
  const s0c = coarse[p0]!;
  const s1w = lower[p1]!;
  const s1t = tags[p1]!;
  const s1p = cluster[p1]!;
  const s1c = coarse[p1]!;
  const s2w = lower[p2]!;
  const s2t = tags[p2]!;
  const b0w = lower[q0]!;
  const b0t = tags[q0]!;
  const b0p = cluster[q0]!;
  const b0c = coarse[q0]!;
  const b1w = lower[q1]!;
  const b1t = tags[q1]!;
  const b1c = coarse[q1]!;
  const b2t = tags[q2]!;
  const b2w = lower[q2]!;
  const s0l1 = s0 < 0 ? NONE : state.left1[s0]!;
  const s0l2 = s0 < 0 ? NONE : state.left2[s0]!;
  const s0r1 = s0 < 0 ? NONE : state.right1[s0]!;
  const s0r2 = s0 < 0 ? NONE : state.right2[s0]!;
  const s1l1 = s1 < 0 ? NONE : state.left1[s1]!;
  const s1r1 = s1 < 0 ? NONE : state.right1[s1]!;
  const s1r2 = s1 < 0 ? NONE : state.right2[s1]!;
  const b0l1 = state.left1[b0]!;
  const b0l2 = state.left2[b0]!;
  const s0l1t = tags[s0l1 < 0 ? 0 : s0l1 + PADDING]!;
  const s0r1t = tags[s0r1 < 0 ? 0 : s0r1 + PADDING]!;
  const s1l1t = tags[s1l1 < 0 ? 0 : s1l1 + PADDING]!;
  const s1r1t = tags[s1r1 < 0 ? 0 : s1r1 + PADDING]!;
  const b0l1t = tags[b0l1 < 0 ? 0 : b0l1 + PADDING]!;
  const s0l1w = lower[s0l1 < 0 ? 0 : s0l1 + PADDING]!;
  const s0r1w = lower[s0r1 < 0 ? 0 : s0r1 + PADDING]!;
  const s1l1w = lower[s1l1 < 0 ? 0 : s1l1 + PADDING]!;
  const s1r1w = lower[s1r1 < 0 ? 0 : s1r1 + PADDING]!;
  const b0l1w = lower[b0l1 < 0 ? 0 : b0l1 + PADDING]!;
  const s0l1d = s0l1 < 0 ? 63 : label[s0l1]!;
  const s0r1d = s0r1 < 0 ? 63 : label[s0r1]!;
  const s1l1d = s1l1 < 0 ? 63 : label[s1l1]!;
  const s1r1d = s1r1 < 0 ? 63 : label[s1r1]!;
  const b0l1d = b0l1 < 0 ? 63 : label[b0l1]!;
  const s0l2d = s0l2 < 0 ? 63 : label[s0l2]!;
  const s0r2d = s0r2 < 0 ? 63 : label[s0r2]!;
  const s1r2d = s1r2 < 0 ? 63 : label[s1r2]!;
  const b0l2d = b0l2 < 0 ? 63 : label[b0l2]!;
  const near = s0 < 0 ? 9 : bucket(b0 - s0);
  const far = s1 < 0 ? 9 : bucket(s0 - s1);
  const s0vl = s0 < 0 ? 7 : Math.min(state.leftCount[s0]!, 4);
  const s0vr = s0 < 0 ? 7 : Math.min(state.rightCount[s0]!, 4);
  const s1vr = s1 < 0 ? 7 : Math.min(state.rightCount[s1]!, 4);
  const b0vl = Math.min(state.leftCount[b0]!, 4);
  const s0Left = s0 < 0 ? 0 : state.leftLabels[s0]!;
  const s0Right = s0 < 0 ? 0 : state.rightLabels[s0]!;
  const s1Left = s1 < 0 ? 0 : state.leftLabels[s1]!;
  const s1Right = s1 < 0 ? 0 : state.rightLabels[s1]!;
  const b0Left = state.leftLabels[b0]!;
  const s0b0 = s0t * 64 + b0t;
  const s1s0 = s1t * 64 + s0t;
  let n = 0;
  out[n++] = mix1(100, 0);
  // Single words.
  out[n++] = mix1(101, s0w);
  out[n++] = mix1(102, s0t);
  out[n++] = mix2(103, s0w, s0t);
  out[n++] = mix2(104, s0p, s0t);
  out[n++] = mix1(105, b0w);
  out[n++] = mix1(106, b0t);
  out[n++] = mix2(107, b0w, b0t);
  out[n++] = mix2(108, b0p, b0t);
  out[n++] = mix1(109, s1w);
  out[n++] = mix1(110, s1t);
  out[n++] = mix2(111, s1w, s1t);
  out[n++] = mix2(112, s1p, s1t);
  out[n++] = mix1(113, b1w);
  out[n++] = mix1(114, b1t);
  out[n++] = mix2(115, b1w, b1t);
  out[n++] = mix2(116, s2w, s2t);
  out[n++] = mix2(117, b2w, b2t);
  out[n++] = mix1(118, b2t);
  out[n++] = mix1(119, s2t);
  // Top of the stack and the buffer.
  out[n++] = mix2(120, s0w, b0w);
  out[n++] = mix2(121, s0w, s0b0);
  out[n++] = mix2(122, b0w, s0b0);
  out[n++] = mix1(123, s0b0);
  out[n++] = mix2(124, s0p, b0p);
  out[n++] = mix3(125, s0c, b0c, s0b0);
  out[n++] = mix2(126, s0w, b0c);
  out[n++] = mix2(127, s0c, b0w);
  out[n++] = mix2(128, s0p, s0b0);
  out[n++] = mix2(129, b0p, s0b0);
  // The two topmost of the stack.
  out[n++] = mix2(130, s1w, s0w);
  out[n++] = mix2(131, s1w, s1s0);
  out[n++] = mix2(132, s0w, s1s0);
  out[n++] = mix1(133, s1s0);
  out[n++] = mix2(134, s1p, s0p);
  out[n++] = mix3(135, s1c, s0c, s1s0);
  out[n++] = mix2(136, s1w, s0c);
  out[n++] = mix2(137, s1c, s0w);
  out[n++] = mix2(138, s1p, s1s0);
  out[n++] = mix2(139, s0p, s1s0);
  // Buffer.
  out[n++] = mix2(140, b0t, b1t);
  out[n++] = mix2(141, b0w, b1t);
  out[n++] = mix2(142, b0t, b1w);
  out[n++] = mix2(143, b0c, b1c);
  out[n++] = mix2(144, b0w, b1w);
  // Three words.
  out[n++] = mix2(145, s1s0, b0t);
  out[n++] = mix2(146, s0b0, b1t);
  out[n++] = mix2(147, s2t, s1s0);
  out[n++] = mix3(148, b0t, b1t, b2t);
  out[n++] = mix3(149, s0w, s1t, b0t);
  out[n++] = mix3(150, s1w, s0t, b0t);
  out[n++] = mix3(151, b0w, s1t, s0t);
  out[n++] = mix3(152, s1c, s0c, b0c);
  out[n++] = mix3(153, s1s0, b0t, b1t);
  out[n++] = mix3(154, s0b0, b1t, b2t);
  out[n++] = mix3(155, s1s0, b0t, b1w);
  out[n++] = mix3(156, s2t, s1s0, b0t);
  out[n++] = mix2(157, s1t, b0t);
  out[n++] = mix3(158, s1w, b0w, s0t);
  out[n++] = mix3(159, s1p, s0t, b0t);
  out[n++] = mix3(160, s1t, s0t, b0p);
  // Dependents.
  out[n++] = mix2(161, s0b0, s0l1t);
  out[n++] = mix2(162, s0b0, s0r1t);
  out[n++] = mix2(163, s0b0, b0l1t);
  out[n++] = mix2(164, s1s0, s1r1t);
  out[n++] = mix2(165, s1s0, s0l1t);
  out[n++] = mix2(166, s1s0, s0r1t);
  out[n++] = mix2(167, s1s0, s1l1t);
  out[n++] = mix3(168, s0b0, s0l1d, b0l1d);
  out[n++] = mix3(169, s0b0, s0r1d, s0l1d);
  out[n++] = mix3(170, s1s0, s1r1d, s0l1d);
  out[n++] = mix3(171, s1s0, s1l1d, s0r1d);
  out[n++] = mix3(172, s0t, s0l1d, s0l2d);
  out[n++] = mix3(173, s0t, s0r1d, s0r2d);
  out[n++] = mix3(174, s1t, s1r1d, s1r2d);
  out[n++] = mix3(175, b0t, b0l1d, b0l2d);
  out[n++] = mix3(176, s1w, s0l1w, s0t);
  out[n++] = mix3(177, s1t, s0l1w, s0w);
  out[n++] = mix3(178, s1p, s0l1w, s0c);
  out[n++] = mix3(179, s1s0, s0l1w, b0t);
  out[n++] = mix3(180, s0b0, b0l1w, s1t);
  out[n++] = mix3(181, s0w, b0l1w, b0t);
  out[n++] = mix3(182, s1s0, s1r1w, s0l1w);
  out[n++] = mix3(183, s0b0, s0r1w, b0l1w);
  out[n++] = mix3(184, s1s0, s1l1w, s0l1w);
  // Distances, valencies, relations of the dependents.
  out[n++] = mix2(185, s0b0, near);
  out[n++] = mix2(186, s1s0, far);
  out[n++] = mix2(187, s0w, near);
  out[n++] = mix2(188, b0w, near);
  out[n++] = mix2(189, s1w, far);
  out[n++] = mix2(190, s0w, far);
  out[n++] = mix2(191, s0w, s0vr);
  out[n++] = mix2(192, s0w, s0vl);
  out[n++] = mix2(193, s1w, s1vr);
  out[n++] = mix2(194, b0w, b0vl);
  out[n++] = mix3(195, s0b0, s0vr, s0vl);
  out[n++] = mix3(196, s1s0, s1vr, s0vl);
  out[n++] = mix2(197, s0w, s0Left);
  out[n++] = mix2(198, s0t, s0Left);
  out[n++] = mix2(199, s0w, s0Right);
  out[n++] = mix3(200, s0b0, s0Right, s0Left);
  out[n++] = mix2(201, s1w, s1Right);
  out[n++] = mix3(202, s1s0, s1Right, s0Left);
  out[n++] = mix2(203, b0t, b0Left);
  out[n++] = mix3(204, s0b0, b0Left, s0Left);
  out[n++] = mix3(205, s1s0, s1Left, s0Left);
  out[n++] = mix3(206, s1t, s1Left, b0t);
  // Neighbours in the text.
  out[n++] = mix2(207, s0b0, tags[q0 - 1]!);
  out[n++] = mix2(208, s0b0, tags[p0 + 1]!);
  out[n++] = mix2(209, s1s0, tags[p1 + 1]!);
  out[n++] = mix3(210, s1s0, tags[p0 === 0 ? 0 : p0 - 1]!, b0t);
  return n;
}

/** Writes the feature hashes that decide the relation of `dependent` to `head`, before the arc is added to `state`; returns how many. */
export function labelFeatures(input: ParserInput, state: ParseState, head: number, dependent: number, out: Int32Array): number {
  const { tags } = input;
  const { lower, cluster, coarse, suffix3 } = input.words;
  const h = head + PADDING;
  const d = dependent + PADDING;
  const direction = head > dependent ? 1 : 0;
  const hw = lower[h]!;
  const dw = lower[d]!;
  const ht = tags[h]! * 2 + direction;
  const dt = tags[d]! * 2 + direction;
  const hp = cluster[h]!;
  const dp = cluster[d]!;
  const hc = coarse[h]!;
  const dc = coarse[d]!;
  const pair = ht * 128 + dt;
  const dl1 = state.left1[dependent]!;
  const dl2 = state.left2[dependent]!;
  const dr1 = state.right1[dependent]!;
  const hl1 = state.left1[head]!;
  const hr1 = state.right1[head]!;
  const dl1w = lower[dl1 < 0 ? 0 : dl1 + PADDING]!;
  const dl1t = tags[dl1 < 0 ? 0 : dl1 + PADDING]!;
  const dr1t = tags[dr1 < 0 ? 0 : dr1 + PADDING]!;
  const dr1w = lower[dr1 < 0 ? 0 : dr1 + PADDING]!;
  const hl1w = lower[hl1 < 0 ? 0 : hl1 + PADDING]!;
  const dl1d = dl1 < 0 ? 63 : state.label[dl1]!;
  const dl2d = dl2 < 0 ? 63 : state.label[dl2]!;
  const dr1d = dr1 < 0 ? 63 : state.label[dr1]!;
  const hl1d = hl1 < 0 ? 63 : state.label[hl1]!;
  const hr1d = hr1 < 0 ? 63 : state.label[hr1]!;
  const distance = bucket(Math.abs(head - dependent));
  const dLeft = state.leftLabels[dependent]!;
  const dRight = state.rightLabels[dependent]!;
  const hLeft = state.leftLabels[head]!;
  const hRight = state.rightLabels[head]!;
  let n = 0;
  out[n++] = mix1(300, pair);
  out[n++] = mix1(301, ht);
  out[n++] = mix1(302, dt);
  out[n++] = mix2(303, hw, direction);
  out[n++] = mix2(304, dw, direction);
  out[n++] = mix2(305, hw, dt);
  out[n++] = mix2(306, dw, ht);
  out[n++] = mix3(307, hw, dw, direction);
  out[n++] = mix2(308, hp, dt);
  out[n++] = mix2(309, dp, ht);
  out[n++] = mix3(310, hp, dp, direction);
  out[n++] = mix3(311, hc, dc, pair);
  out[n++] = mix2(312, pair, distance);
  out[n++] = mix3(313, dw, ht, distance);
  out[n++] = mix2(314, pair, dl1w);
  out[n++] = mix3(315, hw, dl1w, dt);
  out[n++] = mix3(316, hp, dl1w, dc);
  out[n++] = mix3(317, dw, dl1w, ht);
  out[n++] = mix3(318, pair, dl1d, dl2d);
  out[n++] = mix3(319, pair, dl1t, dr1t);
  out[n++] = mix2(320, pair, dLeft);
  out[n++] = mix2(321, pair, dRight);
  out[n++] = mix3(322, ht, dLeft, dp);
  out[n++] = mix2(323, pair, hLeft);
  out[n++] = mix2(324, pair, hRight);
  out[n++] = mix3(325, hw, hRight, dt);
  out[n++] = mix3(326, hw, hLeft, dt);
  out[n++] = mix3(327, pair, hl1d, hr1d);
  out[n++] = mix3(328, pair, tags[d - 1]!, tags[d + 1]!);
  out[n++] = mix3(329, pair, tags[h - 1]!, tags[h + 1]!);
  out[n++] = mix2(330, pair, lower[d - 1]!);
  out[n++] = mix2(331, pair, lower[d + 1]!);
  out[n++] = mix2(332, pair, suffix3[d]!);
  out[n++] = mix2(333, pair, suffix3[h]!);
  out[n++] = mix3(334, pair, dr1d, dr1w);
  out[n++] = mix3(335, pair, hl1d, hl1w);
  out[n++] = mix2(336, dl1w, dr1d);
  out[n++] = mix3(337, dw, dl1d, dr1d);
  out[n++] = mix3(338, hw, dc, dl1w);
  out[n++] = mix3(339, hLeft, dLeft, pair);
  return n;
}

/** Transitions of the arc-hybrid system (Kuhlmann et al. 2011) with the root at the end of the buffer. */
export const SHIFT = 0;
/** The top of the stack becomes a dependent of the first word of the buffer. */
export const LEFT = 1;
/** The top of the stack becomes a dependent of the word under it. */
export const RIGHT = 2;

/** No such word. */
export const NONE = -1;

/**
 * A configuration over units 0 … count-1; unit `count` is the root, which stands last in the buffer. At most one word becomes its dependent: LEFT
 * to the root is allowed only when one word is left on the stack.
 */
export interface ParseState {
  count: number;
  stack: Int32Array;
  depth: number;
  /** First unit of the buffer; `count` when only the root is left. */
  next: number;
  head: Int32Array;
  label: Uint8Array;
  /** Outermost and second outermost dependents on either side, and how many there are. */
  left1: Int32Array;
  left2: Int32Array;
  right1: Int32Array;
  right2: Int32Array;
  leftCount: Int32Array;
  rightCount: Int32Array;
  /** Commutative hashes of the relations of the dependents on either side. */
  leftLabels: Int32Array;
  rightLabels: Int32Array;
}

/** A state with room for `capacity` units and the root. */
export function createParseState(capacity: number): ParseState {
  const size = capacity + 1;
  return {
    count: 0,
    stack: new Int32Array(size),
    depth: 0,
    next: 0,
    head: new Int32Array(size),
    label: new Uint8Array(size),
    left1: new Int32Array(size),
    left2: new Int32Array(size),
    right1: new Int32Array(size),
    right2: new Int32Array(size),
    leftCount: new Int32Array(size),
    rightCount: new Int32Array(size),
    leftLabels: new Int32Array(size),
    rightLabels: new Int32Array(size),
  };
}

/** Puts `state` at the start of a sentence of `count` units. */
export function resetParseState(state: ParseState, count: number): void {
  state.count = count;
  state.depth = 0;
  state.next = 0;
  for (let i = 0; i <= count; i += 1) {
    state.head[i] = NONE;
    state.label[i] = 0;
    state.left1[i] = NONE;
    state.left2[i] = NONE;
    state.right1[i] = NONE;
    state.right2[i] = NONE;
    state.leftCount[i] = 0;
    state.rightCount[i] = 0;
    state.leftLabels[i] = 0;
    state.rightLabels[i] = 0;
  }
}

/** Makes `to` equal to `from`. Both must have been created with room for the sentence. */
export function copyParseState(from: ParseState, to: ParseState): void {
  const size = from.count + 1;
  to.count = from.count;
  to.depth = from.depth;
  to.next = from.next;
  for (let i = 0; i < from.depth; i += 1) to.stack[i] = from.stack[i]!;
  // Units after the first of the buffer have no arcs yet.
  for (let i = 0; i < size; i += 1) {
    to.head[i] = from.head[i]!;
    to.label[i] = from.label[i]!;
    to.left1[i] = from.left1[i]!;
    to.left2[i] = from.left2[i]!;
    to.right1[i] = from.right1[i]!;
    to.right2[i] = from.right2[i]!;
    to.leftCount[i] = from.leftCount[i]!;
    to.rightCount[i] = from.rightCount[i]!;
    to.leftLabels[i] = from.leftLabels[i]!;
    to.rightLabels[i] = from.rightLabels[i]!;
  }
}

/** True when every word has a head. */
export function isFinal(state: ParseState): boolean {
  return state.depth === 0 && state.next === state.count;
}

/** Bit mask (1 << transition) of the transitions allowed in `state`. */
export function allowedTransitions(state: ParseState): number {
  let mask = 0;
  if (state.next < state.count) mask |= 1 << SHIFT;
  if (state.depth > 0 && (state.next < state.count || state.depth === 1)) mask |= 1 << LEFT;
  if (state.depth > 1) mask |= 1 << RIGHT;
  return mask;
}

/** Does SHIFT. */
export function shift(state: ParseState): void {
  state.stack[state.depth] = state.next;
  state.depth += 1;
  state.next += 1;
}

/** Does LEFT, with relation `label`. */
export function attachLeft(state: ParseState, label: number): void {
  state.depth -= 1;
  const dependent = state.stack[state.depth]!;
  const head = state.next;
  state.head[dependent] = head;
  state.label[dependent] = label;
  // Left dependents arrive from the inside out.
  state.left2[head] = state.left1[head]!;
  state.left1[head] = dependent;
  state.leftCount[head] = state.leftCount[head]! + 1;
  state.leftLabels[head] = (state.leftLabels[head]! + Math.imul(label + 1, 0x9e3779b1)) | 0;
}

/** Does RIGHT, with relation `label`. */
export function attachRight(state: ParseState, label: number): void {
  state.depth -= 1;
  const dependent = state.stack[state.depth]!;
  const head = state.stack[state.depth - 1]!;
  state.head[dependent] = head;
  state.label[dependent] = label;
  state.right2[head] = state.right1[head]!;
  state.right1[head] = dependent;
  state.rightCount[head] = state.rightCount[head]! + 1;
  state.rightLabels[head] = (state.rightLabels[head]! + Math.imul(label + 1, 0x9e3779b1)) | 0;
}

/** Everything that training depends on besides the treebanks and the code. */
export const SETTINGS = {
  tagger: { epochs: 6, bits: 19, seed: 1, quantisation: { scale: 4, threshold: 0.9 } },
  jackknife: { folds: 5, epochs: 4, seed: 7 },
  parser: {
    epochs: 10,
    structureBits: 22,
    labelBits: 18,
    seed: 3,
    exploration: 0.9,
    structureQuantisation: { scale: 4, threshold: 1.1 },
    labelQuantisation: { scale: 4, threshold: 1.3 },
  },
};

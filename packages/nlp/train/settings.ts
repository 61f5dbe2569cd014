/** Everything that training depends on besides the treebanks and the code. */
export const SETTINGS = {
  tagger: { epochs: 6, bits: 19, seed: 1, quantisation: { scale: 4, threshold: 0.7 } },
  jackknife: { folds: 5, epochs: 4, seed: 7 },
  /** Words seen this often have a vector of their own. */
  vocabulary: { count: 3 },
  network: { epochs: 13, seed: 5, batch: 400, rate: 0.0022, dropout: 0.18, wordDropout: 0.12, tagDropout: 0.06 },
};

/** Headlines of what several issue together; a press call on a trilateral meeting is one side's. */
export const ISSUED_JOINTLY: RegExp =
  /\b(?:joint|trilateral|bilateral|quadrilateral|leaders|ministers)['’]?\b.{0,80}\b(?:statement|communiqu[eé]|declaration|vision|readout)|\b(?:statement|communiqu[eé]|declaration)\b.{0,80}\b(?:leaders|ministers|trilateral|bilateral)\b/iu;

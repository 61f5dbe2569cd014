/** scheme ":" hierarchy "?" query "#" fragment (RFC 3986, appendix B). */
const PARTS = /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#([\s\S]*))?$/;

/** Whether the IRI begins with a scheme. */
export function isAbsoluteIri(iri: string): boolean {
  for (let i = 0; i < iri.length; i++) {
    const code = iri.charCodeAt(i) | 32;
    if (code >= 97 && code <= 122) continue;
    const exact = iri.charCodeAt(i);
    if (exact === 58) return i > 0;
    if (i === 0 || !((exact >= 48 && exact <= 57) || exact === 43 || exact === 45 || exact === 46)) return false;
  }
  return false;
}

/** Resolves a relative reference against an absolute base (RFC 3986, 5.2). */
export function resolveIri(reference: string, base: string): string {
  const [, , authority, path = "", query, fragment] = PARTS.exec(reference) ?? [];
  const [, baseScheme, baseAuthority, basePath = "", baseQuery] = PARTS.exec(base) ?? [];
  const scheme = baseScheme === undefined ? "" : `${baseScheme}:`;
  const tail = fragment === undefined ? "" : `#${fragment}`;
  const search = query === undefined ? "" : `?${query}`;
  if (authority !== undefined) return `${scheme}//${authority}${removeDotSegments(path)}${search}${tail}`;
  const site = baseAuthority === undefined ? scheme : `${scheme}//${baseAuthority}`;
  if (path === "") return `${site}${basePath}${query === undefined ? (baseQuery === undefined ? "" : `?${baseQuery}`) : search}${tail}`;
  if (path.startsWith("/")) return `${site}${removeDotSegments(path)}${search}${tail}`;
  const folder = basePath === "" && baseAuthority !== undefined ? "/" : basePath.slice(0, basePath.lastIndexOf("/") + 1);
  return `${site}${removeDotSegments(folder + path)}${search}${tail}`;
}

/** RFC 3986, 5.2.4. */
function removeDotSegments(path: string): string {
  if (!path.includes(".")) return path;
  const segments = path.split("/");
  const result: string[] = [];
  segments.forEach((segment, index) => {
    const isLast = index === segments.length - 1;
    if (segment === "..") {
      if (result.length > 1 || (result.length === 1 && result[0] !== "")) result.pop();
      if (isLast) result.push("");
    } else if (segment === ".") {
      if (isLast) result.push("");
    } else result.push(segment);
  });
  return result.join("/");
}

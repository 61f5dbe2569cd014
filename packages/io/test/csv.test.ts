import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCsv, writeCsv } from "../src/index.ts";

describe("CSV", () => {
  test("write and read are the identity", () => {
    const cell = fc
      .oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("", '"', ",", "\r\n", "\n", " a ", ";", '""', "=1", "\t"))
      .map((text) => text.replaceAll("\u0000", ""));
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 5 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 8 })),
        fc.constantFrom(",", ";", "\t"),
        (rows, delimiter) => {
          const text = [...writeCsv(rows, { delimiter })].join("");
          expect([...readCsv(text, { delimiter })]).toEqual(rows);
        },
      ),
      { numRuns: 500 },
    );
  });
  test("formulas are disarmed on request, numbers left alone", () => {
    const rows = [["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1", " =1", "\r=1", "-12.5", "x=1", 3, true, undefined, null]];
    const [read] = readCsv([...writeCsv(rows, { excelSafe: true })].join(""));
    expect(read).toEqual([
      "'=cmd|' /C calc'!A0",
      "'+1+1",
      "'-2+3",
      "'@SUM(A1)",
      "'\t=1",
      "' =1",
      "'\r=1",
      "-12.5",
      "x=1",
      "3",
      "true",
      "",
      "",
    ]);
  });
  test("what is lost is counted, what is broken is reported with its line", () => {
    const report = { replacedCharacters: 0 };
    expect([...writeCsv([["a\u0000b\uD800"]], { report })]).toEqual(["ab\uFFFD\r\n"]);
    expect(report.replacedCharacters).toBe(2);
    expect(() => [...readCsv('a,b\n"x,y\n')]).toThrow(expect.objectContaining({ code: "io.syntax", place: { line: 2 } }));
    expect(() => [...readCsv('"x"y,z')]).toThrow(expect.objectContaining({ code: "io.syntax" }));
  });
});

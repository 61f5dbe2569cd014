import { describe, expect, it, vi } from "vitest";
import { createPace, createProgress } from "../src/progress.ts";

/** A terminal that keeps the last line that was drawn, and a clock that is set by hand. */
function terminal(columns = 100) {
  const drawn: string[] = [];
  let time = 0;
  const output = { isTTY: true, columns, write: (text: string) => drawn.push(text.replace(/^\r\x1b\[2K/, "")) };
  return { output, drawn, now: () => time, wait: (ms: number) => (time += ms) };
}

describe("the progress line", () => {
  it("draws a bar with rate and time left, not more often than anybody can see", () => {
    const { output, drawn, now, wait } = terminal();
    const progress = createProgress("Reading", { now, output });
    for (let done = 1; done <= 100; done++) {
      wait(250);
      progress.update(done, 400, `doc${done}.txt`);
      progress.update(done, 400, "at once again");
    }
    expect(drawn).toHaveLength(100);
    expect(drawn[0]).toBe("Reading ░░░░░░░░░░░░░░░░░░░░ 1/400  doc1.txt");
    expect(drawn.at(-1)).toBe("Reading █████░░░░░░░░░░░░░░░ 100/400  4.0/s, 75 s left  doc100.txt");
    progress.update(400, 400, "last.txt");
    expect(drawn.at(-1)).toMatch(/████████████████████ 400\/400 {2}\d+\/s {2}last\.txt$/);
    progress.say("Making the graph");
    expect(drawn.at(-1)).toBe("Making the graph");
    progress.end();
    expect(drawn.at(-1)).toBe("");
  });

  it("keeps to one line of the terminal", () => {
    const { output, drawn, now, wait } = terminal(40);
    const progress = createProgress("Reading", { now, output });
    wait(1000);
    progress.update(1, 2, "a/very/long/path/to/a/document.txt");
    expect(drawn[0]?.length).toBe(39);
  });

  it("forgets what was slow or fast before", () => {
    const pace = createPace();
    // A model is loaded for ten seconds, then it goes at five a second, then at fifty.
    expect(pace(10_000, 1)).toBeUndefined();
    let rate: number | undefined;
    for (let i = 1; i <= 200; i++) rate = pace(10_000 + i * 200, 1 + i);
    expect(rate).toBeCloseTo(5, 1);
    for (let i = 1; i <= 2000; i++) rate = pace(50_000 + i * 20, 201 + i);
    expect(rate).toBeCloseTo(50, 0);
  });

  it("writes a line a minute where there is no terminal", () => {
    let said = "";
    const spy = vi.spyOn(process.stderr, "write").mockImplementation((piece) => {
      said += String(piece);
      return true;
    });
    let time = 0;
    const progress = createProgress("Reading", { now: () => time, output: { isTTY: false, write: () => {} } });
    for (let done = 1; done <= 1500; done++) {
      time += 100;
      progress.update(done, 9000, "");
    }
    progress.end();
    spy.mockRestore();
    expect(said).toBe("chancery: reading: 600 of 9000, 10/s, 14 min left\nchancery: reading: 1200 of 9000, 10/s, 13 min left\n");
  });
});

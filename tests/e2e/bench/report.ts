// How a benchmark says what it measured: scripts/bench.mjs reads these lines.

/** Reports a value under its name in scripts/budgets.mjs, beside the peer's from the same run. */
export function report(name: string, value: number, peerValue?: number): void {
  console.log(["\nbench", name, value, ...(peerValue === undefined ? [] : [peerValue])].join(" "));
}

/** The middle value. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

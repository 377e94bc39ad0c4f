// The longest time for which a page could do nothing else.

export type Turns = Window & { longestTurn?: number };

/** Takes its turn as often as the page lets it, and remembers the longest wait. */
export function watchTurns(): void {
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  (window as Turns).longestTurn = 0;
  port1.onmessage = () => {
    const now = performance.now();
    (window as Turns).longestTurn = Math.max((window as Turns).longestTurn ?? 0, now - last);
    last = now;
    port2.postMessage(null);
  };
  port2.postMessage(null);
}

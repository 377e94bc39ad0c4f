// The longest time for which a page could do nothing else. Meanwhile it is worked from within: to look for an element by
// its role from outside holds a page up for longer than anything that it does itself.

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

/** Presses the button with such a name. */
export function press(name: string): void {
  const button = [...document.querySelectorAll("button")].find((one) => new RegExp(name).test(one.ariaLabel ?? one.textContent ?? ""));
  if (button === undefined) throw new Error(`no button ${name}`);
  button.click();
}

/** Types into the first such field. */
export function typeInto([selector, text]: readonly [string, string]): void {
  const field = document.querySelector<HTMLInputElement>(selector);
  if (field === null) throw new Error(`no ${selector}`);
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

/** Waits, frame by frame, for such an element with such a text. */
export async function until([selector, text]: readonly [string, string]): Promise<void> {
  const there = () => [...document.querySelectorAll(selector)].some(({ textContent }) => new RegExp(text).test(textContent ?? ""));
  while (!there()) await new Promise(requestAnimationFrame);
}

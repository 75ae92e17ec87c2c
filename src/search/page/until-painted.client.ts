/** Longer than a frame takes. */
const hiddenPauseMs = 60;

/**
 * Waits until the browser has painted, so that painting need not wait for the ranking of older parts. In a hidden tab,
 * which is not painted, waits a moment.
 */
export function untilPainted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, hiddenPauseMs);
  });
}

/** Run in the page, to measure how long a figure, or all that a screen shows, takes to follow the hand. */

declare global {
  /** Milliseconds of each change, since the event that made it; set in the page. */
  var measured: number[];
  /** The same of the map, once it has nothing more to draw. */
  var mapMeasured: number[];
}

/** Notes how long after the last event a change of the figure ends its frame. */
export function watchFigure(): void {
  globalThis.measured = [];
  let eventAt = 0;
  for (const name of ['mousemove', 'click', 'keydown'])
    addEventListener(name, ({ timeStamp }) => (eventAt = timeStamp), { capture: true });
  const figure = document.querySelector('[data-covered]');
  if (!figure) throw new Error('no figure');
  new MutationObserver(() => {
    const began = eventAt;
    requestAnimationFrame(() => {
      // Posted from the frame, answered once it is drawn.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => globalThis.measured.push(performance.now() - began);
      port2.postMessage(null);
    });
  }).observe(figure, { attributes: true, attributeFilter: ['data-covered'] });
}

/**
 * Notes, for each event, how long after it the last frame that changes the screen ends, 0 while none has; and apart, when
 * the map is idle again.
 */
export function watchScreen(): void {
  globalThis.measured = [];
  globalThis.mapMeasured = [];
  let eventAt = 0;
  for (const name of ['keydown', 'click'])
    addEventListener(
      name,
      ({ timeStamp }) => {
        eventAt = timeStamp;
        globalThis.measured.push(0);
        globalThis.mapMeasured.push(0);
      },
      { capture: true },
    );
  new MutationObserver((changes) => {
    const event = globalThis.measured.length - 1;
    const began = eventAt;
    if (changes.every(({ attributeName }) => attributeName === 'data-map-idle')) {
      globalThis.mapMeasured[event] = performance.now() - began;
      return;
    }
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (globalThis.measured[event] = performance.now() - began);
      port2.postMessage(null);
    });
  }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
}

/** Milliseconds of a frame in which nothing happens. */
export function idleFrame(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame((first) => requestAnimationFrame((second) => resolve(second - first)));
  });
}

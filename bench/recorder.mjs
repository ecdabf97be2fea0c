/** Runs in every page before anything of it, for every contender alike: notes what ran and when. Serialised, so it names nothing outside. */
export const recorder = (expected) => {
  const recording = { ran: [], errors: [], longest: 0 }
  window.recording = recording
  recording.finished = new Promise((resolve) => {
    window.ran = (index, burn = 0) => {
      const begin = performance.now()
      recording.ran.push(index)
      while (burn > 0 && performance.now() - begin < burn);
      if (recording.ran.length === expected) {
        recording.ranAll = performance.now()
        resolve()
      }
    }
  })
  addEventListener('error', ({ message }) => recording.errors.push(message))
  addEventListener(
    'click',
    (event) => {
      if (event.isTrusted) recording.clicked ??= event.timeStamp
    },
    true,
  )
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      if (startTime + duration > recording.clicked) recording.longest = Math.max(recording.longest, duration)
  }).observe({ type: 'longtask' })
  // Some pages' events come into the browser's trace only when somebody looks at them.
  new PerformanceObserver(() => {}).observe({ type: 'event', durationThreshold: 16 })

  /** An element by selectors from the document inwards, if a visitor can see it. */
  recording.find = (path) => {
    let root = document
    let found
    for (const selector of path) {
      found = root?.querySelector(selector)
      root = found?.shadowRoot
    }
    if (!found?.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return undefined
    const { width, height, top, bottom } = found.getBoundingClientRect()
    return width > 0 && height > 0 && bottom > 0 && top < innerHeight ? found : undefined
  }
}

/** Beside the recorder, where it is asked for: notes when the banner is first part of a frame that was painted. */
export const watchBanner = (path) => {
  const { recording } = window
  const painted = new MessageChannel()
  recording.shown = new Promise((resolve) => {
    painted.port1.onmessage = () => {
      // The first task after the frame in which the banner was there.
      recording.bannerPainted = performance.now()
      painted.port1.close()
      resolve()
    }
  })
  const look = () => (recording.find(path) ? painted.port2.postMessage(0) : requestAnimationFrame(look))
  requestAnimationFrame(look)
}

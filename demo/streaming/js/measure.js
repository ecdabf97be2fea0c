/**
 * Tells Google Analytics what happens. `gtag` exists only once the visitor has allowed it; what happened before is told to nobody.
 * Nothing here asks for consent: after a withdrawal these calls go on until the page is loaded again, as they would on any site.
 */
export const measure = (event, values = {}) => window.gtag?.('event', event, values)

export const measurePage = (title) => measure('page_view', { page_path: location.pathname, page_title: title })

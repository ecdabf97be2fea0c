/**
 * Lets no request leave this page for another origin any more. For the moment between a withdrawal and the reload: code that runs on
 * often sends a last message as the page goes, and a policy that is added later holds for all that comes after it (CSP 3, section 3.3).
 */
export function cutOff(): void {
  const policy = document.createElement('meta')
  policy.httpEquiv = 'Content-Security-Policy'
  policy.content = "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; form-action 'self'"
  document.head.append(policy)
  // Of what is open already no policy speaks.
  const { send } = WebSocket.prototype
  WebSocket.prototype.send = function (data) {
    if (new URL(this.url).host === location.host) send.call(this, data)
  }
}

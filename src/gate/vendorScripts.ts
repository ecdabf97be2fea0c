/** Providers whose embeds are drawn by a script of theirs that looks through the page. */

export interface VendorScript {
  /** What such an embed is in the page. */
  readonly embed: string
  readonly address: string
  /** The id by which the provider's own code, which pages have elsewhere, sees that the script is there already. */
  readonly name?: string
  /** What the script offers to draw embeds that came after it; where it is not there, the script is to be loaded again. */
  readonly call: string
  /** Whether that call takes the block to look through, or what is to be drawn; otherwise it looks through the page. */
  readonly takes?: 'block' | 'embeds'
}

export const vendorScripts: readonly VendorScript[] = [
  // https://developer.x.com/en/docs/x-for-websites/javascript-api/guides/scripting-loading-and-initialization
  {
    embed: '[class^=twitter-],[class*=" twitter-"]',
    address: 'https://platform.twitter.com/widgets.js',
    name: 'twitter-wjs',
    call: 'twttr.widgets.load',
    takes: 'block',
  },
  { embed: '.instagram-media', address: 'https://www.instagram.com/embed.js', call: 'instgrm.Embeds.process' },
  // Not documented, so that it may go; then all that wait share another load.
  { embed: '.tiktok-embed', address: 'https://www.tiktok.com/embed.js', call: 'tiktokEmbed.lib.render', takes: 'embeds' },
  // https://developers.facebook.com/docs/reference/javascript/FB.XFBML.parse/
  {
    embed: '[class^=fb-],[class*=" fb-"]',
    address: 'https://connect.facebook.net/nl_NL/sdk.js#xfbml=1&version=v23.0',
    name: 'facebook-jssdk',
    call: 'FB.XFBML.parse',
    takes: 'block',
  },
  { embed: '[data-pin-do]', address: 'https://assets.pinterest.com/js/pinit.js', call: 'PinUtils.build' },
  { embed: '[type^=IN]', address: 'https://platform.linkedin.com/in.js', call: 'IN.parse', takes: 'block' },
  {
    embed: '.calendly-inline-widget',
    address: 'https://assets.calendly.com/assets/external/widget.js',
    call: 'Calendly.initInlineWidgets',
  },
  { embed: '[data-tf-live],[data-tf-widget]', address: 'https://embed.typeform.com/next/embed.js', call: 'tf.load' },
]

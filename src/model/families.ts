/**
 * Hosts of one provider, by which its embeds are known where nobody has named their service: who allows or refuses one of them allows or refuses
 * all. Those that catalogue or settings name have a service of their own.
 */
export const families: readonly (readonly string[])[] = [
  'youtube.com youtube-nocookie.com youtu.be',
  'player.vimeo.com vimeo.com',
  'google.com maps.google.com google.nl maps.google.nl',
  'open.spotify.com embed.spotify.com',
  'w.soundcloud.com soundcloud.com',
  'platform.twitter.com platform.x.com twitter.com x.com',
  'facebook.com connect.facebook.net',
  'linkedin.com platform.linkedin.com',
  'pinterest.com assets.pinterest.com',
  'calendly.com assets.calendly.com',
  'form.typeform.com embed.typeform.com',
].map((hosts) => hosts.split(' '))

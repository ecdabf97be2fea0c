/** The catalogue for developers: one constant per service, so that a bundler keeps only what is used. */

import type { Service } from '../model/types.ts'
import googleAdsData from './google-ads.json'
import googleAnalyticsData from './google-analytics.json'
import googleRecaptchaData from './google-recaptcha.json'
import matomoData from './matomo.json'
import metaPixelData from './meta-pixel.json'
import youtubeData from './youtube.json'

export const googleAds = googleAdsData as Service
export const googleAnalytics = googleAnalyticsData as Service
export const googleRecaptcha = googleRecaptchaData as Service
export const matomo = matomoData as Service
export const metaPixel = metaPixelData as Service
export const youtube = youtubeData as Service

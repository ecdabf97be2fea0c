/** The catalogue for developers: one constant per service, so that a bundler keeps only what is used. Written by `npm run catalogue` from the files beside it. */

import type { Service } from '../model/types.ts'
import abTastyData from './ab-tasty.json'
import activecampaignData from './activecampaign.json'
import acuitySchedulingData from './acuity-scheduling.json'
import adcallsData from './adcalls.json'
import addtoanyData from './addtoany.json'
import adobeAnalyticsData from './adobe-analytics.json'
import adobeFontsData from './adobe-fonts.json'
import adrollData from './adroll.json'
import adyenData from './adyen.json'
import albacrossData from './albacross.json'
import amplitudeData from './amplitude.json'
import appleMusicData from './apple-music.json'
import aspNetData from './asp-net.json'
import awinData from './awin.json'
import awsLoadBalancerData from './aws-load-balancer.json'
import azureLoadBalancerData from './azure-load-balancer.json'
import beslistData from './beslist.json'
import bingMapsData from './bing-maps.json'
import bluebillywigData from './bluebillywig.json'
import brevoData from './brevo.json'
import buckarooData from './buckaroo.json'
import buienradarData from './buienradar.json'
import burstStatisticsData from './burst-statistics.json'
import calendlyData from './calendly.json'
import ccvShopData from './ccv-shop.json'
import cloudflareData from './cloudflare.json'
import cloudflareWebAnalyticsData from './cloudflare-web-analytics.json'
import contentsquareData from './contentsquare.json'
import copernicaData from './copernica.json'
import crazyEggData from './crazy-egg.json'
import crispData from './crisp.json'
import criteoData from './criteo.json'
import dailymotionData from './dailymotion.json'
import daisyconData from './daisycon.json'
import datatricsData from './datatrics.json'
import dealfrontData from './dealfront.json'
import dhlEcommerceData from './dhl-ecommerce.json'
import disqusData from './disqus.json'
import drupalData from './drupal.json'
import elementorData from './elementor.json'
import elfsightData from './elfsight.json'
import enormailData from './enormail.json'
import eventbriteData from './eventbrite.json'
import facebookData from './facebook.json'
import fathomData from './fathom.json'
import feedbackCompanyData from './feedback-company.json'
import flickrData from './flickr.json'
import fontAwesomeData from './font-awesome.json'
import formitableData from './formitable.json'
import freshaData from './fresha.json'
import freshchatData from './freshchat.json'
import friendlyCaptchaData from './friendly-captcha.json'
import fullstoryData from './fullstory.json'
import getresponseData from './getresponse.json'
import giphyData from './giphy.json'
import goatcounterData from './goatcounter.json'
import googleAdsData from './google-ads.json'
import googleAdsenseData from './google-adsense.json'
import googleAnalyticsData from './google-analytics.json'
import googleCalendarData from './google-calendar.json'
import googleCustomerReviewsData from './google-customer-reviews.json'
import googleDocsData from './google-docs.json'
import googleDoubleclickData from './google-doubleclick.json'
import googleFontsData from './google-fonts.json'
import googleMapsData from './google-maps.json'
import googleRecaptchaData from './google-recaptcha.json'
import googleSignInData from './google-sign-in.json'
import googleTagManagerData from './google-tag-manager.json'
import googleTranslateData from './google-translate.json'
import gravatarData from './gravatar.json'
import guestplanData from './guestplan.json'
import hcaptchaData from './hcaptcha.json'
import heapData from './heap.json'
import hotjarData from './hotjar.json'
import hubspotData from './hubspot.json'
import instagramData from './instagram.json'
import intercomData from './intercom.json'
import issuuData from './issuu.json'
import javaSessionData from './java-session.json'
import jetpackData from './jetpack.json'
import jimdoData from './jimdo.json'
import joomlaData from './joomla.json'
import jotformData from './jotform.json'
import jouwwebData from './jouwweb.json'
import jwPlayerData from './jw-player.json'
import kiyohData from './kiyoh.json'
import klarnaData from './klarna.json'
import klarnaMessagingData from './klarna-messaging.json'
import klaviyoData from './klaviyo.json'
import kokoAnalyticsData from './koko-analytics.json'
import lapostaData from './laposta.json'
import laravelData from './laravel.json'
import leadForensicsData from './lead-forensics.json'
import leadinfoData from './leadinfo.json'
import lightspeedData from './lightspeed.json'
import linkedinData from './linkedin.json'
import linkedinInsightData from './linkedin-insight.json'
import livechatData from './livechat.json'
import luckyOrangeData from './lucky-orange.json'
import magentoData from './magento.json'
import mailchimpData from './mailchimp.json'
import mailerliteData from './mailerlite.json'
import mapboxData from './mapbox.json'
import matomoData from './matomo.json'
import matomoCloudData from './matomo-cloud.json'
import matterportData from './matterport.json'
import metaPixelData from './meta-pixel.json'
import microsoftAdvertisingData from './microsoft-advertising.json'
import microsoftBookingsData from './microsoft-bookings.json'
import microsoftClarityData from './microsoft-clarity.json'
import microsoftFormsData from './microsoft-forms.json'
import mijnwebwinkelData from './mijnwebwinkel.json'
import mixcloudData from './mixcloud.json'
import mixpanelData from './mixpanel.json'
import mollieData from './mollie.json'
import mopinionData from './mopinion.json'
import mouseflowData from './mouseflow.json'
import multisafepayData from './multisafepay.json'
import myparcelData from './myparcel.json'
import newRelicData from './new-relic.json'
import omnisendData from './omnisend.json'
import onlineafsprakenData from './onlineafspraken.json'
import openpanelData from './openpanel.json'
import openstreetmapData from './openstreetmap.json'
import optimizelyData from './optimizely.json'
import optinmonsterData from './optinmonster.json'
import outbrainData from './outbrain.json'
import partnerizeData from './partnerize.json'
import payNlData from './pay-nl.json'
import paypalData from './paypal.json'
import phpSessionData from './php-session.json'
import pinterestData from './pinterest.json'
import pinterestTagData from './pinterest-tag.json'
import pipedriveData from './pipedrive.json'
import piwikProData from './piwik-pro.json'
import planyoData from './planyo.json'
import plausibleData from './plausible.json'
import polylangData from './polylang.json'
import posthogData from './posthog.json'
import postnlData from './postnl.json'
import prestashopData from './prestashop.json'
import quoraPixelData from './quora-pixel.json'
import recrasData from './recras.json'
import redditData from './reddit.json'
import redditPixelData from './reddit-pixel.json'
import resengoData from './resengo.json'
import rivertyData from './riverty.json'
import rtbHouseData from './rtb-house.json'
import salonizedData from './salonized.json'
import segmentData from './segment.json'
import sendcloudData from './sendcloud.json'
import sentryData from './sentry.json'
import sharethisData from './sharethis.json'
import shopifyData from './shopify.json'
import shopifyAnalyticsData from './shopify-analytics.json'
import shopwareData from './shopware.json'
import simpleAnalyticsData from './simple-analytics.json'
import siteimproveData from './siteimprove.json'
import smartlookData from './smartlook.json'
import smartsuppData from './smartsupp.json'
import snapchatPixelData from './snapchat-pixel.json'
import snitcherData from './snitcher.json'
import sooqrData from './sooqr.json'
import soundcloudData from './soundcloud.json'
import spotifyData from './spotify.json'
import spotifyPixelData from './spotify-pixel.json'
import spotlerData from './spotler.json'
import squarespaceData from './squarespace.json'
import squarespaceAnalyticsData from './squarespace-analytics.json'
import statcounterData from './statcounter.json'
import stripeData from './stripe.json'
import surveymonkeyData from './surveymonkey.json'
import taboolaData from './taboola.json'
import tawkToData from './tawk-to.json'
import threadsData from './threads.json'
import thuiswinkelWaarborgData from './thuiswinkel-waarborg.json'
import tidioData from './tidio.json'
import tiktokData from './tiktok.json'
import tiktokPixelData from './tiktok-pixel.json'
import toestemmingData from './toestemming.json'
import tradedoublerData from './tradedoubler.json'
import tradetrackerData from './tradetracker.json'
import treatwellData from './treatwell.json'
import trengoData from './trengo.json'
import tripadvisorData from './tripadvisor.json'
import trustedShopsData from './trusted-shops.json'
import trustpilotData from './trustpilot.json'
import turnstileData from './turnstile.json'
import tweakwiseData from './tweakwise.json'
import twiplaData from './twipla.json'
import twitchData from './twitch.json'
import typeformData from './typeform.json'
import umamiData from './umami.json'
import userlikeData from './userlike.json'
import vimeoData from './vimeo.json'
import vwoData from './vwo.json'
import webinargeekData from './webinargeek.json'
import webwinkelkeurData from './webwinkelkeur.json'
import weeztixData from './weeztix.json'
import whatsappData from './whatsapp.json'
import wistiaData from './wistia.json'
import wixData from './wix.json'
import woocommerceData from './woocommerce.json'
import woocommerceAttributionData from './woocommerce-attribution.json'
import wordfenceData from './wordfence.json'
import wordpressData from './wordpress.json'
import wpmlData from './wpml.json'
import xData from './x.json'
import xPixelData from './x-pixel.json'
import youtubeData from './youtube.json'
import zendeskData from './zendesk.json'
import zohoSalesiqData from './zoho-salesiq.json'
import zorgkaartNederlandData from './zorgkaart-nederland.json'

export const abTasty = abTastyData as Service
export const activecampaign = activecampaignData as Service
export const acuityScheduling = acuitySchedulingData as Service
export const adcalls = adcallsData as Service
export const addtoany = addtoanyData as Service
export const adobeAnalytics = adobeAnalyticsData as Service
export const adobeFonts = adobeFontsData as Service
export const adroll = adrollData as Service
export const adyen = adyenData as Service
export const albacross = albacrossData as Service
export const amplitude = amplitudeData as Service
export const appleMusic = appleMusicData as Service
export const aspNet = aspNetData as Service
export const awin = awinData as Service
export const awsLoadBalancer = awsLoadBalancerData as Service
export const azureLoadBalancer = azureLoadBalancerData as Service
export const beslist = beslistData as Service
export const bingMaps = bingMapsData as Service
export const bluebillywig = bluebillywigData as Service
export const brevo = brevoData as Service
export const buckaroo = buckarooData as Service
export const buienradar = buienradarData as Service
export const burstStatistics = burstStatisticsData as Service
export const calendly = calendlyData as Service
export const ccvShop = ccvShopData as Service
export const cloudflare = cloudflareData as Service
export const cloudflareWebAnalytics = cloudflareWebAnalyticsData as Service
export const contentsquare = contentsquareData as Service
export const copernica = copernicaData as Service
export const crazyEgg = crazyEggData as Service
export const crisp = crispData as Service
export const criteo = criteoData as Service
export const dailymotion = dailymotionData as Service
export const daisycon = daisyconData as Service
export const datatrics = datatricsData as Service
export const dealfront = dealfrontData as Service
export const dhlEcommerce = dhlEcommerceData as Service
export const disqus = disqusData as Service
export const drupal = drupalData as Service
export const elementor = elementorData as Service
export const elfsight = elfsightData as Service
export const enormail = enormailData as Service
export const eventbrite = eventbriteData as Service
export const facebook = facebookData as Service
export const fathom = fathomData as Service
export const feedbackCompany = feedbackCompanyData as Service
export const flickr = flickrData as Service
export const fontAwesome = fontAwesomeData as Service
export const formitable = formitableData as Service
export const fresha = freshaData as Service
export const freshchat = freshchatData as Service
export const friendlyCaptcha = friendlyCaptchaData as Service
export const fullstory = fullstoryData as Service
export const getresponse = getresponseData as Service
export const giphy = giphyData as Service
export const goatcounter = goatcounterData as Service
export const googleAds = googleAdsData as Service
export const googleAdsense = googleAdsenseData as Service
export const googleAnalytics = googleAnalyticsData as Service
export const googleCalendar = googleCalendarData as Service
export const googleCustomerReviews = googleCustomerReviewsData as Service
export const googleDocs = googleDocsData as Service
export const googleDoubleclick = googleDoubleclickData as Service
export const googleFonts = googleFontsData as Service
export const googleMaps = googleMapsData as Service
export const googleRecaptcha = googleRecaptchaData as Service
export const googleSignIn = googleSignInData as Service
export const googleTagManager = googleTagManagerData as Service
export const googleTranslate = googleTranslateData as Service
export const gravatar = gravatarData as Service
export const guestplan = guestplanData as Service
export const hcaptcha = hcaptchaData as Service
export const heap = heapData as Service
export const hotjar = hotjarData as Service
export const hubspot = hubspotData as Service
export const instagram = instagramData as Service
export const intercom = intercomData as Service
export const issuu = issuuData as Service
export const javaSession = javaSessionData as Service
export const jetpack = jetpackData as Service
export const jimdo = jimdoData as Service
export const joomla = joomlaData as Service
export const jotform = jotformData as Service
export const jouwweb = jouwwebData as Service
export const jwPlayer = jwPlayerData as Service
export const kiyoh = kiyohData as Service
export const klarna = klarnaData as Service
export const klarnaMessaging = klarnaMessagingData as Service
export const klaviyo = klaviyoData as Service
export const kokoAnalytics = kokoAnalyticsData as Service
export const laposta = lapostaData as Service
export const laravel = laravelData as Service
export const leadForensics = leadForensicsData as Service
export const leadinfo = leadinfoData as Service
export const lightspeed = lightspeedData as Service
export const linkedin = linkedinData as Service
export const linkedinInsight = linkedinInsightData as Service
export const livechat = livechatData as Service
export const luckyOrange = luckyOrangeData as Service
export const magento = magentoData as Service
export const mailchimp = mailchimpData as Service
export const mailerlite = mailerliteData as Service
export const mapbox = mapboxData as Service
export const matomo = matomoData as Service
export const matomoCloud = matomoCloudData as Service
export const matterport = matterportData as Service
export const metaPixel = metaPixelData as Service
export const microsoftAdvertising = microsoftAdvertisingData as Service
export const microsoftBookings = microsoftBookingsData as Service
export const microsoftClarity = microsoftClarityData as Service
export const microsoftForms = microsoftFormsData as Service
export const mijnwebwinkel = mijnwebwinkelData as Service
export const mixcloud = mixcloudData as Service
export const mixpanel = mixpanelData as Service
export const mollie = mollieData as Service
export const mopinion = mopinionData as Service
export const mouseflow = mouseflowData as Service
export const multisafepay = multisafepayData as Service
export const myparcel = myparcelData as Service
export const newRelic = newRelicData as Service
export const omnisend = omnisendData as Service
export const onlineafspraken = onlineafsprakenData as Service
export const openpanel = openpanelData as Service
export const openstreetmap = openstreetmapData as Service
export const optimizely = optimizelyData as Service
export const optinmonster = optinmonsterData as Service
export const outbrain = outbrainData as Service
export const partnerize = partnerizeData as Service
export const payNl = payNlData as Service
export const paypal = paypalData as Service
export const phpSession = phpSessionData as Service
export const pinterest = pinterestData as Service
export const pinterestTag = pinterestTagData as Service
export const pipedrive = pipedriveData as Service
export const piwikPro = piwikProData as Service
export const planyo = planyoData as Service
export const plausible = plausibleData as Service
export const polylang = polylangData as Service
export const posthog = posthogData as Service
export const postnl = postnlData as Service
export const prestashop = prestashopData as Service
export const quoraPixel = quoraPixelData as Service
export const recras = recrasData as Service
export const reddit = redditData as Service
export const redditPixel = redditPixelData as Service
export const resengo = resengoData as Service
export const riverty = rivertyData as Service
export const rtbHouse = rtbHouseData as Service
export const salonized = salonizedData as Service
export const segment = segmentData as Service
export const sendcloud = sendcloudData as Service
export const sentry = sentryData as Service
export const sharethis = sharethisData as Service
export const shopify = shopifyData as Service
export const shopifyAnalytics = shopifyAnalyticsData as Service
export const shopware = shopwareData as Service
export const simpleAnalytics = simpleAnalyticsData as Service
export const siteimprove = siteimproveData as Service
export const smartlook = smartlookData as Service
export const smartsupp = smartsuppData as Service
export const snapchatPixel = snapchatPixelData as Service
export const snitcher = snitcherData as Service
export const sooqr = sooqrData as Service
export const soundcloud = soundcloudData as Service
export const spotify = spotifyData as Service
export const spotifyPixel = spotifyPixelData as Service
export const spotler = spotlerData as Service
export const squarespace = squarespaceData as Service
export const squarespaceAnalytics = squarespaceAnalyticsData as Service
export const statcounter = statcounterData as Service
export const stripe = stripeData as Service
export const surveymonkey = surveymonkeyData as Service
export const taboola = taboolaData as Service
export const tawkTo = tawkToData as Service
export const threads = threadsData as Service
export const thuiswinkelWaarborg = thuiswinkelWaarborgData as Service
export const tidio = tidioData as Service
export const tiktok = tiktokData as Service
export const tiktokPixel = tiktokPixelData as Service
export const toestemming = toestemmingData as Service
export const tradedoubler = tradedoublerData as Service
export const tradetracker = tradetrackerData as Service
export const treatwell = treatwellData as Service
export const trengo = trengoData as Service
export const tripadvisor = tripadvisorData as Service
export const trustedShops = trustedShopsData as Service
export const trustpilot = trustpilotData as Service
export const turnstile = turnstileData as Service
export const tweakwise = tweakwiseData as Service
export const twipla = twiplaData as Service
export const twitch = twitchData as Service
export const typeform = typeformData as Service
export const umami = umamiData as Service
export const userlike = userlikeData as Service
export const vimeo = vimeoData as Service
export const vwo = vwoData as Service
export const webinargeek = webinargeekData as Service
export const webwinkelkeur = webwinkelkeurData as Service
export const weeztix = weeztixData as Service
export const whatsapp = whatsappData as Service
export const wistia = wistiaData as Service
export const wix = wixData as Service
export const woocommerce = woocommerceData as Service
export const woocommerceAttribution = woocommerceAttributionData as Service
export const wordfence = wordfenceData as Service
export const wordpress = wordpressData as Service
export const wpml = wpmlData as Service
export const x = xData as Service
export const xPixel = xPixelData as Service
export const youtube = youtubeData as Service
export const zendesk = zendeskData as Service
export const zohoSalesiq = zohoSalesiqData as Service
export const zorgkaartNederland = zorgkaartNederlandData as Service

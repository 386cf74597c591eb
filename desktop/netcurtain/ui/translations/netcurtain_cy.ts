<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="cy" sourcelanguage="en">
<context>
    <name>netcurtain</name>
    <message>
        <location filename="../../core/evidence_wording.py" line="5"/>
        <source>Sites can also pass things on where nobody's browser can see.</source>
        <translation>Gall gwefannau hefyd rannu pethau lle na all porwr neb weld.</translation>
    </message>
    <message>
        <location filename="../../core/evidence_wording.py" line="6"/>
        <source>Netcurtain was not looking all the time these pages were open, so there may be more.</source>
        <translation>Nid oedd Netcurtain yn edrych drwy'r amser tra oedd y tudalennau hyn ar agor, felly efallai fod mwy.</translation>
    </message>
    <message>
        <location filename="../../core/evidence_wording.py" line="7"/>
        <source>There was so much that not all of it is in this copy.</source>
        <translation>Roedd cymaint fel nad yw'r cyfan yn y copi hwn.</translation>
    </message>
    <message>
        <location filename="../../core/evidence_wording.py" line="8"/>
        <source>Some requests were too large to remember whole, so of these only what they told is in this copy.</source>
        <translation>Roedd rhai ceisiadau'n rhy fawr i'w cofio'n gyfan, felly dim ond yr hyn a ddywedasant sydd yn y copi hwn.</translation>
    </message>
    <message>
        <location filename="../../core/support_wording.py" line="9"/>
        <source>We do not know which calls show on a phone bill, unless we say so.</source>
        <translation>Nid ydym yn gwybod pa alwadau sy'n dangos ar fil ffôn, oni bai ein bod yn dweud hynny.</translation>
    </message>
    <message>
        <location filename="../../core/support_wording.py" line="10"/>
        <source>It does not show on a phone bill.</source>
        <translation>Nid yw'n dangos ar fil ffôn.</translation>
    </message>
    <message>
        <location filename="../../core/support_wording.py" line="10"/>
        <source>It shows on a phone bill.</source>
        <translation>Mae'n dangos ar fil ffôn.</translation>
    </message>
    <message>
        <location filename="../../core/support_wording.py" line="11"/>
        <source>Check the opening hours.</source>
        <translation>Gwiriwch yr oriau agor.</translation>
    </message>
    <message>
        <location filename="../../core/support_wording.py" line="12"/>
        <source>free</source>
        <translation>am ddim</translation>
    </message>
    <message>
        <location filename="../../core/support_wording.py" line="13"/>
        <source>Without speaking</source>
        <translation>Heb siarad</translation>
    </message>
    <message>
        <location filename="../../core/support_wording.py" line="14"/>
        <source>We do not know in which nations.</source>
        <translation>Nid ydym yn gwybod ym mha wledydd.</translation>
    </message>
    <message>
        <location filename="../../core/support_wording.py" line="16"/>
        <source>England</source>
        <translation>Lloegr</translation>
    </message>
    <message>
        <location filename="../../core/support_wording.py" line="17"/>
        <source>Scotland</source>
        <translation>yr Alban</translation>
    </message>
    <message>
        <location filename="../../core/support_wording.py" line="18"/>
        <source>Wales</source>
        <translation>Cymru</translation>
    </message>
    <message>
        <location filename="../../core/support_wording.py" line="19"/>
        <source>Northern Ireland</source>
        <translation>Gogledd Iwerddon</translation>
    </message>
    <message>
        <location filename="../../core/support_wording.py" line="23"/>
        <source>We have not seen it on a page of their own.</source>
        <translation>Ni welsom hyn ar dudalen o'u heiddo nhw eu hunain.</translation>
    </message>
    <message>
        <location filename="../../core/support_wording.py" line="24"/>
        <source>We have seen it only on other people's pages.</source>
        <translation>Dim ond ar dudalennau pobl eraill y gwelsom hyn.</translation>
    </message>
    <message>
        <location filename="../../core/support_wording.py" line="39"/>
        <source>Without speaking: {ways}.</source>
        <translation>Heb siarad: {ways}.</translation>
    </message>
    <message>
        <location filename="../../core/support_wording.py" line="65"/>
        <source>anyone</source>
        <translation>unrhyw un</translation>
    </message>
    <message>
        <location filename="../../core/support_wording.py" line="66"/>
        <source>In {nations}, for {whom}.</source>
        <translation>Ble: {nations}. Ar gyfer: {whom}.</translation>
    </message>
    <message>
        <location filename="../../core/support_wording.py" line="66"/>
        <source>For {whom}.</source>
        <translation>Ar gyfer: {whom}.</translation>
    </message>
    <message>
        <location filename="../../core/support_wording.py" line="75"/>
        <source>a public file</source>
        <translation>ffeil gyhoeddus</translation>
    </message>
    <message>
        <location filename="../../core/support_wording.py" line="75"/>
        <source>Seen in {source}, {date}.</source>
        <translation>Gwelwyd hyn mewn {source}, {date}.</translation>
    </message>
    <message>
        <location filename="../../core/support_wording.py" line="77"/>
        <source>Seen at {source}, {date}.</source>
        <translation>Gwelwyd hyn ar {source}, {date}.</translation>
    </message>
    <message>
        <location filename="../../core/third_person.py" line="14"/>
        <source>(which may not be yours)</source>
        <translation>(efallai nad eich un chi yw ef)</translation>
    </message>
    <message>
        <location filename="../../core/third_person.py" line="14"/>
        <source>(it may be somebody else’s)</source>
        <translation>(gall fod yn gyfrif rhywun arall)</translation>
    </message>
    <message>
        <location filename="../../core/third_person.py" line="15"/>
        <source>what you wrote in</source>
        <translation>hyn a ysgrifennoch chi</translation>
    </message>
    <message>
        <location filename="../../core/third_person.py" line="15"/>
        <source>what was written in</source>
        <translation>hyn a ysgrifennwyd</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="11"/>
        <source>that a button was pressed</source>
        <translation>bod botwm wedi'i bwyso</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="12"/>
        <source>that something was pressed</source>
        <translation>bod rhywbeth wedi'i bwyso</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="15"/>
        <source>that this page was opened</source>
        <translation>bod y dudalen hon wedi'i hagor</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="19"/>
        <source>which part of this page was opened</source>
        <translation>pa ran o'r dudalen hon a agorwyd</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="20"/>
        <source>that this page was left</source>
        <translation>bod y dudalen hon wedi'i gadael</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="21"/>
        <source>that this page is still open</source>
        <translation>bod y dudalen hon yn dal ar agor</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="22"/>
        <source>how far down this page somebody went</source>
        <translation>pa mor bell i lawr y dudalen hon yr aeth rhywun</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="23"/>
        <source>how long somebody stayed on this page</source>
        <translation>pa mor hir yr arhosodd rhywun ar y dudalen hon</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="24"/>
        <source>that somebody came here for the first time</source>
        <translation>bod rhywun wedi dod yma am y tro cyntaf</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="25"/>
        <source>that a visit began</source>
        <translation>bod ymweliad wedi dechrau</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="26"/>
        <source>that a visit ended</source>
        <translation>bod ymweliad wedi dod i ben</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="27"/>
        <source>how fast this page was</source>
        <translation>pa mor gyflym oedd y dudalen hon</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="28"/>
        <source>that something went wrong here</source>
        <translation>bod rhywbeth wedi mynd o'i le yma</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="29"/>
        <source>what this page says about itself</source>
        <translation>yr hyn y mae'r dudalen hon yn ei ddweud amdani ei hun</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="35"/>
        <source>that a link was pressed</source>
        <translation>bod dolen wedi'i phwyso</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="36"/>
        <source>that a link or a button was pressed</source>
        <translation>bod dolen neu fotwm wedi'i bwyso</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="37"/>
        <source>that a link to another site was pressed</source>
        <translation>bod dolen i wefan arall wedi'i phwyso</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="38"/>
        <source>that something on this page was chosen</source>
        <translation>bod rhywbeth ar y dudalen hon wedi'i ddewis</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="39"/>
        <source>that somebody began to fill in a form</source>
        <translation>bod rhywun wedi dechrau llenwi ffurflen</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="40"/>
        <source>how a form was filled in</source>
        <translation>sut y cafodd ffurflen ei llenwi</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="41"/>
        <source>that somebody changed an answer in a form</source>
        <translation>bod rhywun wedi newid ateb mewn ffurflen</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="42"/>
        <source>that a form was sent</source>
        <translation>bod ffurflen wedi'i hanfon</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="46"/>
        <source>that somebody got in touch</source>
        <translation>bod rhywun wedi cysylltu</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="47"/>
        <source>what became of somebody who had got in touch</source>
        <translation>beth ddaeth o rywun a oedd wedi cysylltu</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="50"/>
        <source>that somebody signed up</source>
        <translation>bod rhywun wedi cofrestru</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="51"/>
        <source>that somebody signed in</source>
        <translation>bod rhywun wedi mewngofnodi</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="52"/>
        <source>that somebody signed out</source>
        <translation>bod rhywun wedi allgofnodi</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="53"/>
        <source>that an account was closed</source>
        <translation>bod cyfrif wedi'i gau</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="54"/>
        <source>that somebody joined a group</source>
        <translation>bod rhywun wedi ymuno â grŵp</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="55"/>
        <source>that somebody subscribed</source>
        <translation>bod rhywun wedi tanysgrifio</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="56"/>
        <source>that somebody began a trial</source>
        <translation>bod rhywun wedi dechrau cyfnod prawf</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="57"/>
        <source>that somebody's trial ended</source>
        <translation>bod cyfnod prawf rhywun wedi dod i ben</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="58"/>
        <source>that somebody applied for something</source>
        <translation>bod rhywun wedi gwneud cais am rywbeth</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="59"/>
        <source>that what somebody applied for was granted</source>
        <translation>bod yr hyn y gwnaeth rhywun gais amdano wedi'i ganiatáu</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="60"/>
        <source>that somebody booked a time</source>
        <translation>bod rhywun wedi trefnu amser</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="61"/>
        <source>that somebody booked something</source>
        <translation>bod rhywun wedi trefnu rhywbeth</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="62"/>
        <source>that somebody gave money</source>
        <translation>bod rhywun wedi rhoi arian</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="63"/>
        <source>that somebody looked for a place</source>
        <translation>bod rhywun wedi chwilio am le</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="64"/>
        <source>that something was bought</source>
        <translation>bod rhywbeth wedi'i brynu</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="65"/>
        <source>that something was ordered</source>
        <translation>bod rhywbeth wedi'i archebu</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="66"/>
        <source>that an order was taken back</source>
        <translation>bod archeb wedi'i chymryd yn ôl</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="67"/>
        <source>that something was put in a basket</source>
        <translation>bod rhywbeth wedi'i roi mewn basged</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="70"/>
        <source>that something was taken out of a basket</source>
        <translation>bod rhywbeth wedi'i dynnu o fasged</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="71"/>
        <source>that somebody looked at a basket</source>
        <translation>bod rhywun wedi edrych ar fasged</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="72"/>
        <source>that something was put on a list of wishes</source>
        <translation>bod rhywbeth wedi'i roi ar restr o ddymuniadau</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="73"/>
        <source>that somebody began to pay</source>
        <translation>bod rhywun wedi dechrau talu</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="77"/>
        <source>that somebody chose a way to pay</source>
        <translation>bod rhywun wedi dewis ffordd o dalu</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="78"/>
        <source>that somebody wrote where to send something</source>
        <translation>bod rhywun wedi ysgrifennu i ble i anfon rhywbeth</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="79"/>
        <source>that somebody changed what they want to buy</source>
        <translation>bod rhywun wedi newid yr hyn y mae am ei brynu</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="80"/>
        <source>that somebody gave a code for a lower price</source>
        <translation>bod rhywun wedi rhoi cod am bris is</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="81"/>
        <source>what somebody looked at</source>
        <translation>yr hyn yr edrychodd rhywun arno</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="85"/>
        <source>what somebody chose to look at</source>
        <translation>yr hyn y dewisodd rhywun edrych arno</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="86"/>
        <source>which offer somebody was shown</source>
        <translation>pa gynnig a ddangoswyd i rywun</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="87"/>
        <source>which offer somebody chose</source>
        <translation>pa gynnig a ddewisodd rhywun</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="88"/>
        <source>that somebody searched here</source>
        <translation>bod rhywun wedi chwilio yma</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="89"/>
        <source>that somebody watched a video</source>
        <translation>bod rhywun wedi gwylio fideo</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="92"/>
        <source>that somebody fetched a file</source>
        <translation>bod rhywun wedi nôl ffeil</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="93"/>
        <source>that somebody passed this page on</source>
        <translation>bod rhywun wedi rhannu'r dudalen hon</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="94"/>
        <source>that somebody asked others to come here</source>
        <translation>bod rhywun wedi gofyn i eraill ddod yma</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="95"/>
        <source>that somebody kept something for later</source>
        <translation>bod rhywun wedi cadw rhywbeth at eto</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="96"/>
        <source>that somebody gave marks to something</source>
        <translation>bod rhywun wedi rhoi marciau i rywbeth</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="97"/>
        <source>that an advert was shown</source>
        <translation>bod hysbyseb wedi'i dangos</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="98"/>
        <source>that an advert was pressed</source>
        <translation>bod hysbyseb wedi'i phwyso</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="99"/>
        <source>that somebody began to learn how this works</source>
        <translation>bod rhywun wedi dechrau dysgu sut mae hyn yn gweithio</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="100"/>
        <source>that somebody learned how this works</source>
        <translation>bod rhywun wedi dysgu sut mae hyn yn gweithio</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="101"/>
        <source>that somebody got further in a game</source>
        <translation>bod rhywun wedi mynd ymhellach mewn gêm</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="102"/>
        <source>that somebody got or spent points</source>
        <translation>bod rhywun wedi cael neu wario pwyntiau</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="103"/>
        <source>that an app was put on a device</source>
        <translation>bod ap wedi'i roi ar ddyfais</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="104"/>
        <source>that an app was opened</source>
        <translation>bod ap wedi'i agor</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="105"/>
        <source>who is here, as far as the site knows</source>
        <translation>pwy sydd yma, hyd y gŵyr y wefan</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="106"/>
        <source>that a choice about cookies was made</source>
        <translation>bod dewis am gwcis wedi'i wneud</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="107"/>
        <source>that the site asked what to show here</source>
        <translation>bod y wefan wedi gofyn beth i'w ddangos yma</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="108"/>
        <source>what the site chose to show here</source>
        <translation>yr hyn y dewisodd y wefan ei ddangos yma</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="109"/>
        <source>that somebody used what the site chose to show here</source>
        <translation>bod rhywun wedi defnyddio'r hyn y dewisodd y wefan ei ddangos yma</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="110"/>
        <source>that somebody did something that the site counts</source>
        <translation>bod rhywun wedi gwneud rhywbeth y mae'r wefan yn ei gyfrif</translation>
    </message>
    <message>
        <location filename="../../core/told_events.py" line="126"/>
        <source>that something happened here, called {name}</source>
        <translation>bod rhywbeth wedi digwydd yma o'r enw {name}</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="15"/>
        <source>an e-mail address</source>
        <translation>cyfeiriad e-bost</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="16"/>
        <source>a phone number</source>
        <translation>rhif ffôn</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="17"/>
        <source>a first name</source>
        <translation>enw cyntaf</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="18"/>
        <source>a last name</source>
        <translation>cyfenw</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="19"/>
        <source>a gender</source>
        <translation>rhywedd</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="20"/>
        <source>a date of birth</source>
        <translation>dyddiad geni</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="21"/>
        <source>a town</source>
        <translation>tref</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="22"/>
        <source>a county</source>
        <translation>sir</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="23"/>
        <source>a postcode</source>
        <translation>cod post</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="24"/>
        <source>a country</source>
        <translation>gwlad</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="25"/>
        <source>the site's own number for a person</source>
        <translation>rhif y wefan ei hun ar gyfer person</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="29"/>
        <source>this page's address</source>
        <translation>cyfeiriad y dudalen hon</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="30"/>
        <source>this page's title</source>
        <translation>teitl y dudalen hon</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="31"/>
        <source>which page came before it</source>
        <translation>pa dudalen a ddaeth cyn hon</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="32"/>
        <source>where a link leads</source>
        <translation>i ble mae dolen yn arwain</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="33"/>
        <source>which form it is</source>
        <translation>pa ffurflen yw hi</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="34"/>
        <source>which questions are on it</source>
        <translation>pa gwestiynau sydd arni</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="35"/>
        <source>a number for this browser</source>
        <translation>rhif ar gyfer y porwr hwn</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="36"/>
        <source>what the site says was chosen about cookies</source>
        <translation>yr hyn y mae'r wefan yn dweud a ddewiswyd am gwcis</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="37"/>
        <source>which site this is</source>
        <translation>pa wefan yw hon</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="45"/>
        <source>something else about this page</source>
        <translation>rhywbeth arall am y dudalen hon</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="47"/>
        <source>what somebody searched for here</source>
        <translation>yr hyn y chwiliodd rhywun amdano yma</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="49"/>
        <source>what this page is about</source>
        <translation>am beth mae'r dudalen hon</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="55"/>
        <source>this page's address and title</source>
        <translation>cyfeiriad a theitl y dudalen hon</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="56"/>
        <source>where a form goes</source>
        <translation>i ble mae ffurflen yn mynd</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="59"/>
        <source>which button was pressed on this page</source>
        <translation>pa fotwm a bwyswyd ar y dudalen hon</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="60"/>
        <source>which button was pressed on this page: {words}</source>
        <translation>pa fotwm a bwyswyd ar y dudalen hon: {words}</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="61"/>
        <source>how the site names it</source>
        <translation>enw'r wefan arno</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="62"/>
        <source>how the site names it: {names}</source>
        <translation>enw'r wefan arno: {names}</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="72"/>
        <source>This was before anything was chosen about cookies.</source>
        <translation>Roedd hyn cyn i ddim gael ei ddewis am gwcis.</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="73"/>
        <source>This was after cookies had been turned down.</source>
        <translation>Roedd hyn ar ôl i gwcis gael eu gwrthod.</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="74"/>
        <source>This was after cookies had been agreed to.</source>
        <translation>Roedd hyn ar ôl i gwcis gael eu derbyn.</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="77"/>
        <source>The page tried this before anything was chosen about cookies.</source>
        <translation>Ceisiodd y dudalen hyn cyn i ddim gael ei ddewis am gwcis.</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="78"/>
        <source>The page tried this after cookies had been turned down.</source>
        <translation>Ceisiodd y dudalen hyn ar ôl i gwcis gael eu gwrthod.</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="79"/>
        <source>The page tried this after cookies had been agreed to.</source>
        <translation>Ceisiodd y dudalen hyn ar ôl i gwcis gael eu derbyn.</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="82"/>
        <source>{company} was told {what}.</source>
        <translation>Cafodd {company} wybod {what}.</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="82"/>
        <source>It was also told {what}.</source>
        <translation>Cafodd wybod hyn hefyd: {what}.</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="83"/>
        <source>This page tried to tell {company} {what}.</source>
        <translation>Ceisiodd y dudalen hon ddweud hyn wrth {company}: {what}.</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="83"/>
        <source>It also tried to tell it {what}.</source>
        <translation>Ceisiodd ddweud hyn wrtho hefyd: {what}.</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="108"/>
        <source>{what} with stars in it</source>
        <translation>{what} (gyda sêr)</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="110"/>
        <source>a scrambled copy of {what}</source>
        <translation>copi wedi'i sgramblo ({what})</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="116"/>
        <source>a scrambled copy of what you wrote in {field}</source>
        <translation>copi wedi'i sgramblo o'r hyn a ysgrifennoch chi yn {field}</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="116"/>
        <source>a scrambled copy of what you wrote in a field</source>
        <translation>copi wedi'i sgramblo o'r hyn a ysgrifennoch chi mewn maes</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="119"/>
        <source>what you wrote in {field} (written another way)</source>
        <translation>yr hyn a ysgrifennoch chi yn {field} (wedi'i ysgrifennu mewn ffordd arall)</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="119"/>
        <source>what you wrote in a field (written another way)</source>
        <translation>yr hyn a ysgrifennoch chi mewn maes (wedi'i ysgrifennu mewn ffordd arall)</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="122"/>
        <source>what you wrote in {field}</source>
        <translation>yr hyn a ysgrifennoch chi yn {field}</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="122"/>
        <source>what you wrote in a field</source>
        <translation>yr hyn a ysgrifennoch chi mewn maes</translation>
    </message>
    <message numerus="yes">
        <location filename="../../core/told_wording.py" line="145"/>
        <source>The words {words} alone say what this is about.</source>
        <extracomment>Of one: The word {words} alone says what this is about.</extracomment>
        <translation>
            <numerusform>Mae'r geiriau {words} ar eu pennau eu hunain yn dweud am beth mae hyn.</numerusform>
            <numerusform>Mae'r gair {words} ar ei ben ei hun yn dweud am beth mae hyn.</numerusform>
            <numerusform>Mae'r geiriau {words} ar eu pennau eu hunain yn dweud am beth mae hyn.</numerusform>
            <numerusform>Mae'r geiriau {words} ar eu pennau eu hunain yn dweud am beth mae hyn.</numerusform>
            <numerusform>Mae'r geiriau {words} ar eu pennau eu hunain yn dweud am beth mae hyn.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="160"/>
        <source>how the site names what was done here</source>
        <translation>enw'r wefan ar yr hyn a wnaed yma</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="203"/>
        <source>scrambled copies of {list}</source>
        <translation>copïau wedi'u sgramblo ({list})</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="209"/>
        <source>a code for an account signed in on this browser (which may not be yours)</source>
        <translation>cod ar gyfer cyfrif sydd wedi'i fewngofnodi ar y porwr hwn (efallai nad eich un chi yw ef)</translation>
    </message>
    <message>
        <location filename="../../core/told_wording.py" line="211"/>
        <source>a code for the {company} account signed in on this browser (which may not be yours)</source>
        <translation>cod ar gyfer y cyfrif {company} sydd wedi'i fewngofnodi ar y porwr hwn (efallai nad eich un chi yw ef)</translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="15"/>
        <source>no one two three four five six seven eight nine ten</source>
        <translation>dim un dau tri pedwar pump chwech saith wyth naw deg</translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="16"/>
        <source>{0} and {1}</source>
        <translation>{0} a hefyd {1}</translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="17"/>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="19"/>
        <source>“{0}”</source>
        <translation>“{0}”</translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="20"/>
        <source>January February March April May June July August September October November December</source>
        <translation>Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr</translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="23"/>
        <source>We have not seen what you wrote go to them, but we cannot see everything.</source>
        <translation>Ni welsom yr hyn a ysgrifennoch chi yn mynd atynt, ond ni allwn weld popeth.</translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="24"/>
        <source>We cannot see everything, so more of what you wrote may have gone to them.</source>
        <translation>Ni allwn weld popeth, felly efallai fod mwy o'r hyn a ysgrifennoch chi wedi mynd atynt.</translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="25"/>
        <source>We saw none of the companies on our lists. Sites can also pass things on where nobody's browser can see.</source>
        <translation>Ni welsom yr un o'r cwmnïau ar ein rhestrau. Gall gwefannau hefyd rannu pethau lle na all porwr neb weld.</translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="26"/>
        <source>We did not see your form go, so we have let these companies through again. If the site says that it arrived, do not send it again.</source>
        <translation>Ni welsom eich ffurflen yn mynd, felly rydym wedi gadael y cwmnïau hyn trwodd eto. Os yw'r wefan yn dweud ei bod wedi cyrraedd, peidiwch â'i hanfon eto.</translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="29"/>
        <source>a company behind this site's own address</source>
        <translation>y cwmni sydd y tu ôl i gyfeiriad y wefan hon ei hun</translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="33"/>
        <source>Netcurtain was not looking all the time this page was open, so there may be more.</source>
        <translation>Nid oedd Netcurtain yn edrych drwy'r amser tra oedd y dudalen hon ar agor, felly efallai fod mwy.</translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="34"/>
        <source>Netcurtain is paused on this site until you leave it.</source>
        <translation>Mae Netcurtain wedi'i oedi ar y wefan hon nes i chi ei gadael.</translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="35"/>
        <source>Until then it does not look here or remember anything new, and forms go to the site as usual.</source>
        <translation>Tan hynny nid yw'n edrych yma nac yn cofio dim byd newydd, ac mae ffurflenni'n mynd i'r wefan fel arfer.</translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="36"/>
        <source>The companies that you chose to go on without stay left out.</source>
        <translation>Mae'r cwmnïau y dewisoch fynd ymlaen hebddynt yn dal i gael eu gadael allan.</translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="39"/>
        <source>its address</source>
        <translation>ei chyfeiriad</translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="40"/>
        <source>its title</source>
        <translation>ei theitl</translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="41"/>
        <source>which button was pressed</source>
        <translation>pa fotwm a bwyswyd</translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="43"/>
        <source>what you wrote in a field here</source>
        <translation>yr hyn a ysgrifennoch chi mewn maes yma</translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="44"/>
        <source>a detail about a person</source>
        <translation>manylyn am rywun</translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="49"/>
        <source>a scrambled copy of what you wrote in a field here</source>
        <translation>copi wedi'i sgramblo o'r hyn a ysgrifennoch chi mewn maes yma</translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="52"/>
        <source>e-mail addresses</source>
        <translation>cyfeiriadau e-bost</translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="53"/>
        <source>telephone numbers</source>
        <translation>rhifau ffôn</translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="54"/>
        <source>first names</source>
        <translation>enwau cyntaf</translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="55"/>
        <source>last names</source>
        <translation>cyfenwau</translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="56"/>
        <source>whether somebody is a man or a woman</source>
        <translation>ai dyn neu fenyw yw rhywun</translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="57"/>
        <source>dates of birth</source>
        <translation>dyddiadau geni</translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="58"/>
        <source>towns</source>
        <translation>trefi</translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="59"/>
        <source>counties</source>
        <translation>siroedd</translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="60"/>
        <source>postcodes</source>
        <translation>codau post</translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="61"/>
        <source>countries</source>
        <translation>gwledydd</translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="62"/>
        <source>the site's own numbers for people</source>
        <translation>rhifau'r wefan ei hun ar gyfer pobl</translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="77"/>
        <source>{day} {month} {year}</source>
        <translation>{day} {month} {year}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../core/wording.py" line="87"/>
        <source>{number} companies</source>
        <extracomment>Of one: {number} company</extracomment>
        <translation>
            <numerusform>{number} o gwmnïau</numerusform>
            <numerusform>un cwmni</numerusform>
            <numerusform>{number} o gwmnïau</numerusform>
            <numerusform>{number} o gwmnïau</numerusform>
            <numerusform>{number} o gwmnïau</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../core/wording.py" line="92"/>
        <source>{number} other companies were seen here.</source>
        <extracomment>Of one: {number} other company was seen here.</extracomment>
        <translation>
            <numerusform>Gwelwyd {number} o gwmnïau eraill yma.</numerusform>
            <numerusform>Gwelwyd un cwmni arall yma.</numerusform>
            <numerusform>Gwelwyd {number} o gwmnïau eraill yma.</numerusform>
            <numerusform>Gwelwyd {number} o gwmnïau eraill yma.</numerusform>
            <numerusform>Gwelwyd {number} o gwmnïau eraill yma.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../core/wording.py" line="98"/>
        <source>{number} requests</source>
        <extracomment>Of one: {number} request</extracomment>
        <translation>
            <numerusform>{number} o geisiadau</numerusform>
            <numerusform>un cais</numerusform>
            <numerusform>{number} o geisiadau</numerusform>
            <numerusform>{number} o geisiadau</numerusform>
            <numerusform>{number} o geisiadau</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="116"/>
        <source>{number} others</source>
        <translation>{number} arall</translation>
    </message>
    <message numerus="yes">
        <location filename="../../core/wording.py" line="119"/>
        <source>{number} other companies</source>
        <extracomment>Of one: {number} other company</extracomment>
        <translation>
            <numerusform>{number} o gwmnïau eraill</numerusform>
            <numerusform>un cwmni arall</numerusform>
            <numerusform>{number} o gwmnïau eraill</numerusform>
            <numerusform>{number} o gwmnïau eraill</numerusform>
            <numerusform>{number} o gwmnïau eraill</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="136"/>
        <source>{company} was contacted by this page.</source>
        <translation>Cafodd {company} gais gan y dudalen hon.</translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="136"/>
        <source>This page tried to contact {company}.</source>
        <translation>Ceisiodd y dudalen hon gyrraedd {company}.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../core/wording.py" line="144"/>
        <source>This page has told {number} companies that it was opened.</source>
        <extracomment>Of one: This page has told {number} company that it was opened.</extracomment>
        <translation>
            <numerusform>Mae {number} o gwmnïau wedi cael gwybod gan y dudalen hon ei bod wedi'i hagor.</numerusform>
            <numerusform>Mae un cwmni wedi cael gwybod gan y dudalen hon ei bod wedi'i hagor.</numerusform>
            <numerusform>Mae {number} o gwmnïau wedi cael gwybod gan y dudalen hon ei bod wedi'i hagor.</numerusform>
            <numerusform>Mae {number} o gwmnïau wedi cael gwybod gan y dudalen hon ei bod wedi'i hagor.</numerusform>
            <numerusform>Mae {number} o gwmnïau wedi cael gwybod gan y dudalen hon ei bod wedi'i hagor.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../core/wording.py" line="149"/>
        <source>This page has contacted {number} companies.</source>
        <extracomment>Of one: This page has contacted {number} company.</extracomment>
        <translation>
            <numerusform>Mae {number} o gwmnïau wedi cael cais gan y dudalen hon.</numerusform>
            <numerusform>Mae un cwmni wedi cael cais gan y dudalen hon.</numerusform>
            <numerusform>Mae {number} o gwmnïau wedi cael cais gan y dudalen hon.</numerusform>
            <numerusform>Mae {number} o gwmnïau wedi cael cais gan y dudalen hon.</numerusform>
            <numerusform>Mae {number} o gwmnïau wedi cael cais gan y dudalen hon.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../core/wording.py" line="152"/>
        <source>This page tried to contact {number} companies, and we stopped it.</source>
        <extracomment>Of one: This page tried to contact {number} company, and we stopped it.</extracomment>
        <translation>
            <numerusform>Ceisiodd y dudalen hon gyrraedd {number} o gwmnïau, ond gwnaethom atal hynny.</numerusform>
            <numerusform>Ceisiodd y dudalen hon gyrraedd un cwmni, ond gwnaethom atal hynny.</numerusform>
            <numerusform>Ceisiodd y dudalen hon gyrraedd {number} o gwmnïau, ond gwnaethom atal hynny.</numerusform>
            <numerusform>Ceisiodd y dudalen hon gyrraedd {number} o gwmnïau, ond gwnaethom atal hynny.</numerusform>
            <numerusform>Ceisiodd y dudalen hon gyrraedd {number} o gwmnïau, ond gwnaethom atal hynny.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../core/wording.py" line="159"/>
        <source>This page tried to contact {number} companies.</source>
        <extracomment>Of one: This page tried to contact {number} company.</extracomment>
        <translation>
            <numerusform>Ceisiodd y dudalen hon gyrraedd {number} o gwmnïau.</numerusform>
            <numerusform>Ceisiodd y dudalen hon gyrraedd un cwmni.</numerusform>
            <numerusform>Ceisiodd y dudalen hon gyrraedd {number} o gwmnïau.</numerusform>
            <numerusform>Ceisiodd y dudalen hon gyrraedd {number} o gwmnïau.</numerusform>
            <numerusform>Ceisiodd y dudalen hon gyrraedd {number} o gwmnïau.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../core/wording.py" line="168"/>
        <source>This page has told {number} companies a scrambled copy of what you wrote in a field here.</source>
        <extracomment>Of one: This page has told {number} company a scrambled copy of what you wrote in a field here.</extracomment>
        <translation>
            <numerusform>Mae {number} o gwmnïau wedi cael copi wedi'i sgramblo gan y dudalen hon o'r hyn a ysgrifennoch chi mewn maes yma.</numerusform>
            <numerusform>Mae un cwmni wedi cael copi wedi'i sgramblo gan y dudalen hon o'r hyn a ysgrifennoch chi mewn maes yma.</numerusform>
            <numerusform>Mae {number} o gwmnïau wedi cael copi wedi'i sgramblo gan y dudalen hon o'r hyn a ysgrifennoch chi mewn maes yma.</numerusform>
            <numerusform>Mae {number} o gwmnïau wedi cael copi wedi'i sgramblo gan y dudalen hon o'r hyn a ysgrifennoch chi mewn maes yma.</numerusform>
            <numerusform>Mae {number} o gwmnïau wedi cael copi wedi'i sgramblo gan y dudalen hon o'r hyn a ysgrifennoch chi mewn maes yma.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../core/wording.py" line="174"/>
        <source>This page has told {number} companies what you wrote in a field here.</source>
        <extracomment>Of one: This page has told {number} company what you wrote in a field here.</extracomment>
        <translation>
            <numerusform>Mae {number} o gwmnïau wedi cael gwybod gan y dudalen hon yr hyn a ysgrifennoch chi mewn maes yma.</numerusform>
            <numerusform>Mae un cwmni wedi cael gwybod gan y dudalen hon yr hyn a ysgrifennoch chi mewn maes yma.</numerusform>
            <numerusform>Mae {number} o gwmnïau wedi cael gwybod gan y dudalen hon yr hyn a ysgrifennoch chi mewn maes yma.</numerusform>
            <numerusform>Mae {number} o gwmnïau wedi cael gwybod gan y dudalen hon yr hyn a ysgrifennoch chi mewn maes yma.</numerusform>
            <numerusform>Mae {number} o gwmnïau wedi cael gwybod gan y dudalen hon yr hyn a ysgrifennoch chi mewn maes yma.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="190"/>
        <source>This page told {companies} {kinds}.</source>
        <translation>Cafodd {companies} wybod hyn gan y dudalen hon: {kinds}.</translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="193"/>
        <source>It also contacted {companies}.</source>
        <translation>Cafodd {companies} gais ganddi hefyd.</translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="193"/>
        <source>This page has contacted {companies}.</source>
        <translation>Mae {companies} wedi cael cais gan y dudalen hon.</translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="196"/>
        <source>It also tried to contact {companies}.</source>
        <translation>Ceisiodd hefyd gyrraedd {companies}.</translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="196"/>
        <source>This page tried to contact {companies}.</source>
        <translation>Ceisiodd y dudalen hon gyrraedd {companies}.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../core/wording.py" line="205"/>
        <source>Earlier on this site, {companies} were contacted.</source>
        <extracomment>Of one: Earlier on this site, {companies} was contacted.</extracomment>
        <translation>
            <numerusform>Yn gynharach ar y wefan hon, cafodd {companies} geisiadau.</numerusform>
            <numerusform>Yn gynharach ar y wefan hon, cafodd {companies} gais.</numerusform>
            <numerusform>Yn gynharach ar y wefan hon, cafodd {companies} geisiadau.</numerusform>
            <numerusform>Yn gynharach ar y wefan hon, cafodd {companies} geisiadau.</numerusform>
            <numerusform>Yn gynharach ar y wefan hon, cafodd {companies} geisiadau.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="210"/>
        <source>An earlier page here also tried to contact {companies}.</source>
        <translation>Ceisiodd tudalen gynharach yma gyrraedd {companies} hefyd.</translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="211"/>
        <source>An earlier page here tried to contact {companies}.</source>
        <translation>Ceisiodd tudalen gynharach yma gyrraedd {companies}.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../core/wording.py" line="220"/>
        <source>{companies} are on this page. They can record how a page is used. They normally hide what people type; we cannot see whether they do here.</source>
        <extracomment>Of one: {companies} is on this page. It can record how a page is used. It normally hides what people type; we cannot see whether it does here.</extracomment>
        <translation>
            <numerusform>Mae {companies} ar y dudalen hon. Gallant gofnodi sut mae tudalen yn cael ei defnyddio. Fel arfer maent yn cuddio'r hyn y mae pobl yn ei deipio; ni allwn weld a ydynt yn gwneud hynny yma.</numerusform>
            <numerusform>Mae {companies} ar y dudalen hon. Gall gofnodi sut mae tudalen yn cael ei defnyddio. Fel arfer mae'n cuddio'r hyn y mae pobl yn ei deipio; ni allwn weld a yw'n gwneud hynny yma.</numerusform>
            <numerusform>Mae {companies} ar y dudalen hon. Gallant gofnodi sut mae tudalen yn cael ei defnyddio. Fel arfer maent yn cuddio'r hyn y mae pobl yn ei deipio; ni allwn weld a ydynt yn gwneud hynny yma.</numerusform>
            <numerusform>Mae {companies} ar y dudalen hon. Gallant gofnodi sut mae tudalen yn cael ei defnyddio. Fel arfer maent yn cuddio'r hyn y mae pobl yn ei deipio; ni allwn weld a ydynt yn gwneud hynny yma.</numerusform>
            <numerusform>Mae {companies} ar y dudalen hon. Gallant gofnodi sut mae tudalen yn cael ei defnyddio. Fel arfer maent yn cuddio'r hyn y mae pobl yn ei deipio; ni allwn weld a ydynt yn gwneud hynny yma.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="233"/>
        <source>{companies} may still be told something. We cannot stop all of it here.</source>
        <translation>Efallai y bydd {companies} yn dal i gael gwybod rhywbeth. Ni allwn atal y cyfan yma.</translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="235"/>
        <source>Something here may pass through this site's own address. We cannot see or stop that.</source>
        <translation>Efallai fod rhywbeth yma'n mynd drwy gyfeiriad y wefan hon ei hun. Ni allwn weld hynny na'i atal.</translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="241"/>
        <source>Your form has gone to {site}. Look for its own message that it arrived.</source>
        <translation>Mae eich ffurflen wedi mynd i {site}. Chwiliwch am neges y wefan ei hun i ddweud ei bod wedi cyrraedd.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../core/wording.py" line="245"/>
        <source>We stopped {number} requests to {companies}.</source>
        <extracomment>Of one: We stopped {number} request to {companies}.</extracomment>
        <translation>
            <numerusform>Gwnaethom atal {number} o geisiadau a oedd yn mynd at {companies}.</numerusform>
            <numerusform>Gwnaethom atal un cais a oedd yn mynd at {companies}.</numerusform>
            <numerusform>Gwnaethom atal {number} o geisiadau a oedd yn mynd at {companies}.</numerusform>
            <numerusform>Gwnaethom atal {number} o geisiadau a oedd yn mynd at {companies}.</numerusform>
            <numerusform>Gwnaethom atal {number} o geisiadau a oedd yn mynd at {companies}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../core/wording.py" line="250"/>
        <source>{companies} were contacted earlier on this site.</source>
        <extracomment>Of one: {companies} was contacted earlier on this site.</extracomment>
        <translation>
            <numerusform>Cafodd {companies} geisiadau yn gynharach ar y wefan hon.</numerusform>
            <numerusform>Cafodd {companies} gais yn gynharach ar y wefan hon.</numerusform>
            <numerusform>Cafodd {companies} geisiadau yn gynharach ar y wefan hon.</numerusform>
            <numerusform>Cafodd {companies} geisiadau yn gynharach ar y wefan hon.</numerusform>
            <numerusform>Cafodd {companies} geisiadau yn gynharach ar y wefan hon.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../core/wording.py" line="259"/>
        <source>They already knew that the page with the form was open.</source>
        <extracomment>Of one: It already knew that the page with the form was open.</extracomment>
        <translation>
            <numerusform>Roeddent eisoes yn gwybod bod y dudalen â'r ffurflen ar agor.</numerusform>
            <numerusform>Roedd eisoes yn gwybod bod y dudalen â'r ffurflen ar agor.</numerusform>
            <numerusform>Roeddent eisoes yn gwybod bod y dudalen â'r ffurflen ar agor.</numerusform>
            <numerusform>Roeddent eisoes yn gwybod bod y dudalen â'r ffurflen ar agor.</numerusform>
            <numerusform>Roeddent eisoes yn gwybod bod y dudalen â'r ffurflen ar agor.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="262"/>
        <source>{companies} already knew that the page with the form was open.</source>
        <translation>Roedd {companies} eisoes yn gwybod bod y dudalen â'r ffurflen ar agor.</translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="267"/>
        <source>{company} is a tracker in {lists} ({filters}).</source>
        <translation>Mae {company} wedi'i restru fel traciwr yn {lists} ({filters}).</translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="267"/>
        <source>{company} is a tracker in {lists}.</source>
        <translation>Mae {company} wedi'i restru fel traciwr yn {lists}.</translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="268"/>
        <source>our table of companies</source>
        <translation>ein tabl o gwmnïau</translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="274"/>
        <source>{company} is on none of our lists, but what you wrote in a field here was in a request to it.</source>
        <translation>Nid yw {company} ar yr un o'n rhestrau, ond roedd yr hyn a ysgrifennoch chi mewn maes yma mewn cais ato.</translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="280"/>
        <source>{company} is on none of our lists, but a request to it is of the kind that trackers get.</source>
        <translation>Nid yw {company} ar yr un o'n rhestrau, ond mae cais ato o'r math y mae tracwyr yn ei gael.</translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="288"/>
        <source>{company} is set up here to take {kinds} from forms. We have seen this go to it: {seen}.</source>
        <translation>Mae {company} wedi'i osod yma i gymryd y rhain o ffurflenni: {kinds}. Gwelsom y rhain yn mynd ato: {seen}.</translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="290"/>
        <source>{company} is set up here to take {kinds} from forms. We have not seen it do so.</source>
        <translation>Mae {company} wedi'i osod yma i gymryd y rhain o ffurflenni: {kinds}. Ni welsom ef yn gwneud hynny.</translation>
    </message>
    <message>
        <location filename="../../core/wording.py" line="296"/>
        <source>This browser does not let us see what {company} is set up to take.</source>
        <translation>Nid yw'r porwr hwn yn gadael i ni weld beth mae {company} wedi'i osod i'w gymryd.</translation>
    </message>
    <message>
        <location filename="../../evidence/letter_wording.py" line="5"/>
        <source>[Your name, or a name to reply to]
[The date]

To: [the organisation's data protection officer, or its address for complaints about data]

Complaint about data protection: {site}

This is a complaint under section 164A of the Data Protection Act 2018. Please acknowledge it within 30 days, and tell me what you did.

Reply only to [an address that only you read]. Please do not write to, ring or visit any other address, even if you have it.
This letter is about data only. Please keep it apart from any crime report or case, and from whoever deals with one.

What was seen
{facts}

What I ask
1. Which companies receive something when somebody opens or uses these pages, what is it, and since when?
2. May it have been linked to a person? Please say how you know.
3. Please stop it, and ask those companies to delete what they received from these pages.
4. Please tell me what you have changed, and when.

A copy of what was seen, with times and lists, is with this letter.

{not_seen}

[Your name, or the name you chose]
</source>
        <translation>[Eich enw, neu enw i ateb iddo]
[Y dyddiad]

At: [swyddog diogelu data'r sefydliad, neu ei gyfeiriad ar gyfer cwynion am ddata]

Cwyn am ddiogelu data: {site}

Cwyn yw hon o dan adran 164A o Ddeddf Diogelu Data 2018. Rhowch wybod o fewn 30 diwrnod eich bod wedi ei derbyn, a dywedwch wrthyf beth a wnaethoch, os gwelwch yn dda.

Atebwch yn unig i [cyfeiriad mai dim ond chi sy'n ei ddarllen]. Peidiwch ag ysgrifennu at unrhyw gyfeiriad arall, na'i ffonio nac ymweld ag ef, hyd yn oed os yw gennych.
Mae'r llythyr hwn am ddata yn unig. Cadwch ef ar wahân i unrhyw adroddiad neu achos trosedd, ac oddi wrth bwy bynnag sy'n delio ag un, os gwelwch yn dda.

Beth a welwyd
{facts}

Beth rwy'n ei ofyn
1. Pa gwmnïau sy'n derbyn rhywbeth pan fydd rhywun yn agor neu'n defnyddio'r tudalennau hyn, beth ydyw, ac ers pryd?
2. A allai fod wedi'i gysylltu â pherson? Dywedwch sut rydych yn gwybod.
3. Rhowch y gorau iddo, a gofynnwch i'r cwmnïau hynny ddileu'r hyn a gawsant o'r tudalennau hyn.
4. Dywedwch wrthyf beth rydych wedi'i newid, a phryd.

Mae copi o'r hyn a welwyd, gydag amserau a rhestrau, gyda'r llythyr hwn.

{not_seen}

[Eich enw, neu'r enw a ddewisoch]
</translation>
    </message>
    <message>
        <location filename="../../evidence/letter_wording.py" line="34"/>
        <source>Netcurtain saw no request to a company on its lists. [Say what you saw yourself.]</source>
        <translation>Ni welodd Netcurtain unrhyw gais i gwmni ar ei restrau. [Dywedwch beth a welsoch eich hun.]</translation>
    </message>
    <message>
        <location filename="../../evidence/letter_wording.py" line="35"/>
        <source>There is more in the copy.</source>
        <translation>Mae mwy yn y copi.</translation>
    </message>
    <message>
        <location filename="../../evidence/letter_wording.py" line="36"/>
        <source>It is not known to me what the companies did with what they received, or what your own computers pass on.</source>
        <translation>Nid wyf yn gwybod beth a wnaeth y cwmnïau â'r hyn a gawsant, na'r hyn y mae eich cyfrifiaduron eich hun yn ei rannu.</translation>
    </message>
    <message>
        <location filename="../../evidence/letter_wording.py" line="37"/>
        <source>It is not known to me what the companies did with what they received, or what the organisation's own computers pass on.</source>
        <translation>Nid wyf yn gwybod beth a wnaeth y cwmnïau â'r hyn a gawsant, na'r hyn y mae cyfrifiaduron y sefydliad ei hun yn ei rannu.</translation>
    </message>
    <message>
        <location filename="../../evidence/letter_wording.py" line="40"/>
        <source>On [date] I complained to [organisation] under section 164A of the Data Protection Act 2018 about {site}.
{answer}
Reply only to [an address that only you read]. This is about data only; please keep it apart from any crime report.

What was seen
{facts}

{not_seen}
A copy of what was seen, with times and lists, is attached.
</source>
        <translation>Ar [dyddiad] cwynais wrth [sefydliad] o dan adran 164A o Ddeddf Diogelu Data 2018 am {site}.
{answer}
Atebwch yn unig i [cyfeiriad mai dim ond chi sy'n ei ddarllen]. Mae hyn am ddata yn unig; cadwch ef ar wahân i unrhyw adroddiad trosedd, os gwelwch yn dda.

Beth a welwyd
{facts}

{not_seen}
Mae copi o'r hyn a welwyd, gydag amserau a rhestrau, ynghlwm.
</translation>
    </message>
    <message>
        <location filename="../../evidence/letter_wording.py" line="52"/>
        <source>They answered on [date]. I am not content because [say why].</source>
        <translation>Atebwyd ar [dyddiad]. Nid wyf yn fodlon am fod [dywedwch pam].</translation>
    </message>
    <message>
        <location filename="../../evidence/letter_wording.py" line="53"/>
        <source>[They did not acknowledge it within 30 days.]
[They have not told me what they did.]</source>
        <translation>[Nid ydynt wedi cydnabod hyn o fewn 30 diwrnod.]
[Nid ydynt wedi dweud wrthyf beth a wnaethant.]</translation>
    </message>
    <message>
        <location filename="../../evidence/outcome_wording.py" line="5"/>
        <source>There is nothing to copy any more: the page was left, and nothing of it is kept.</source>
        <translation>Nid oes dim i'w gopïo mwyach: gadawyd y dudalen, ac nid oes dim ohoni'n cael ei gadw.</translation>
    </message>
    <message>
        <location filename="../../evidence/outcome_wording.py" line="6"/>
        <source>This copy needs a passphrase. Nothing was written.</source>
        <translation>Mae angen cyfrinymadrodd ar y copi hwn. Ni ysgrifennwyd dim.</translation>
    </message>
    <message>
        <location filename="../../evidence/outcome_wording.py" line="7"/>
        <source>This is longer than such a file can take. Please use a shorter passphrase. Nothing was written.</source>
        <translation>Mae hyn yn hirach nag y gall ffeil o'r fath ei gymryd. Defnyddiwch gyfrinymadrodd byrrach, os gwelwch yn dda. Ni ysgrifennwyd dim.</translation>
    </message>
    <message>
        <location filename="../../evidence/outcome_wording.py" line="8"/>
        <source>It took too long to read what Netcurtain knows of it. Nothing was written. Please try again.</source>
        <translation>Cymerodd ormod o amser i ddarllen yr hyn y mae Netcurtain yn ei wybod amdano. Ni ysgrifennwyd dim. Rhowch gynnig arall arni, os gwelwch yn dda.</translation>
    </message>
    <message>
        <location filename="../../evidence/outcome_wording.py" line="9"/>
        <source>Stopped. Nothing was written.</source>
        <translation>Wedi stopio. Ni ysgrifennwyd dim.</translation>
    </message>
    <message>
        <location filename="../../evidence/outcome_wording.py" line="10"/>
        <source>There is not enough room there. Free some space, or choose another place. Nothing was written.</source>
        <translation>Nid oes digon o le yno. Rhyddhewch le, neu dewiswch le arall. Ni ysgrifennwyd dim.</translation>
    </message>
    <message>
        <location filename="../../evidence/outcome_wording.py" line="11"/>
        <source>This computer does not let Netcurtain write there. Choose another place. Nothing was written.</source>
        <translation>Nid yw'r cyfrifiadur hwn yn gadael i Netcurtain ysgrifennu yno. Dewiswch le arall. Ni ysgrifennwyd dim.</translation>
    </message>
    <message>
        <location filename="../../evidence/outcome_wording.py" line="12"/>
        <source>That place is not there any more. If it is on a stick, plug it in again, or choose another place. Nothing was written.</source>
        <translation>Nid yw'r lle hwnnw yno mwyach. Os yw ar gof bach, plygiwch ef i mewn eto, neu dewiswch le arall. Ni ysgrifennwyd dim.</translation>
    </message>
    <message>
        <location filename="../../evidence/outcome_wording.py" line="13"/>
        <source>That name is too long. Choose a shorter one. Nothing was written.</source>
        <translation>Mae'r enw hwnnw'n rhy hir. Dewiswch un byrrach. Ni ysgrifennwyd dim.</translation>
    </message>
    <message>
        <location filename="../../evidence/outcome_wording.py" line="14"/>
        <source>The copy could not be written there. Choose another place. Nothing was written.</source>
        <translation>Ni ellid ysgrifennu'r copi yno. Dewiswch le arall. Ni ysgrifennwyd dim.</translation>
    </message>
    <message>
        <location filename="../../evidence/outcome_wording.py" line="15"/>
        <source>The copy could not be made. Nothing was written. Please try again.</source>
        <translation>Ni ellid gwneud y copi. Ni ysgrifennwyd dim. Rhowch gynnig arall arni, os gwelwch yn dda.</translation>
    </message>
    <message>
        <location filename="../../evidence/outcome_wording.py" line="16"/>
        <source>It was made from the open page, with its requests.</source>
        <translation>Fe'i gwnaed o'r dudalen agored, gyda'i cheisiadau.</translation>
    </message>
    <message>
        <location filename="../../evidence/outcome_wording.py" line="17"/>
        <source>It was made from what was kept: who was told what, and when.</source>
        <translation>Fe'i gwnaed o'r hyn a gadwyd: pwy a gafodd wybod beth, a phryd.</translation>
    </message>
    <message>
        <location filename="../../evidence/outcome_wording.py" line="18"/>
        <source>Whoever finds it can read it.</source>
        <translation>Gall pwy bynnag sy'n dod o hyd iddo ei ddarllen.</translation>
    </message>
    <message>
        <location filename="../../evidence/outcome_wording.py" line="19"/>
        <source>It opens with its passphrase alone. Nobody can open it without, and nor can we.</source>
        <translation>Dim ond â'i gyfrinymadrodd y mae'n agor. Ni all neb ei agor hebddo, na ninnau chwaith.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="12"/>
        <source>en</source>
        <translation>cy</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="15"/>
        <source>at a time that is not known</source>
        <translation>ar adeg nad yw'n hysbys</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="16"/>
        <source>not known</source>
        <translation>anhysbys</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="19"/>
        <source>This is a copy of what Netcurtain saw in one browser while pages of {site} were open. It says which requests the pages made to other companies, when, and what was in them; it does not say why, or what became of it.</source>
        <translation>Copi yw hwn o'r hyn a welodd Netcurtain mewn un porwr tra oedd tudalennau {site} ar agor. Mae'n dweud pa geisiadau a wnaeth y tudalennau i gwmnïau eraill, pryd, a beth oedd ynddynt; nid yw'n dweud pam, na beth ddaeth ohonynt.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="23"/>
        <source>The pages were still open when this copy was made, so requests to such companies are in it, with other values cut out.</source>
        <translation>Roedd y tudalennau'n dal ar agor pan wnaed y copi hwn, felly mae ceisiadau i gwmnïau o'r fath ynddo, gyda gwerthoedd eraill wedi'u torri allan.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="24"/>
        <source>The pages had been left when this copy was made. It is made from what Netcurtain had kept: who was told what, and when. The requests themselves are not in it.</source>
        <translation>Roedd y tudalennau wedi'u gadael pan wnaed y copi hwn. Fe'i gwnaed o'r hyn yr oedd Netcurtain wedi'i gadw: pwy a gafodd wybod beth, a phryd. Nid yw'r ceisiadau eu hunain ynddo.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="28"/>
        <source>Some of the pages were still open when this copy was made, so requests of these are in it, with other values cut out. Of the other pages it says what Netcurtain had kept: who was told what, and when.</source>
        <translation>Roedd rhai o'r tudalennau'n dal ar agor pan wnaed y copi hwn, felly mae ceisiadau o'r rhain ynddo, gyda gwerthoedd eraill wedi'u torri allan. Am y tudalennau eraill mae'n dweud yr hyn yr oedd Netcurtain wedi'i gadw: pwy a gafodd wybod beth, a phryd.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="37"/>
        <source>There was so much that not each request is in it.</source>
        <translation>Roedd cymaint fel nad yw pob cais ynddo.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="38"/>
        <source>There is no page in this copy.</source>
        <translation>Nid oes tudalen yn y copi hwn.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="39"/>
        <source>Netcurtain saw no request to a company on its lists.</source>
        <translation>Ni welodd Netcurtain unrhyw gais i gwmni ar ei restrau.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="40"/>
        <source>Site</source>
        <translation>Gwefan</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="41"/>
        <source>Given by</source>
        <translation>Rhoddwyd gan</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="42"/>
        <source>Seen</source>
        <translation>Gwelwyd</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="43"/>
        <source>Copy made</source>
        <translation>Gwnaed y copi</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="44"/>
        <source>This computer's clock</source>
        <translation>Cloc y cyfrifiadur hwn</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="45"/>
        <source>Checked with</source>
        <translation>Gwiriwyd yn erbyn</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="46"/>
        <source>Programs</source>
        <translation>Rhaglenni</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="47"/>
        <source>In short</source>
        <translation>Yn fyr</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="48"/>
        <source>Company</source>
        <translation>Cwmni</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="49"/>
        <source>Sent</source>
        <translation>Anfonwyd</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="50"/>
        <source>Tried only</source>
        <translation>Ceisiwyd yn unig</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="51"/>
        <source>First (UTC)</source>
        <translation>Cyntaf (UTC)</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="52"/>
        <source>There is more in copy.json.</source>
        <translation>Mae rhagor yn copy.json.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="53"/>
        <source>Of pages that are told from what was kept, several requests may be counted as one, so more may have been sent.</source>
        <translation>Ar gyfer tudalennau y dywedir amdanynt o'r hyn a gadwyd, gall sawl cais gael eu cyfrif fel un, felly efallai fod mwy wedi'u hanfon.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="54"/>
        <source>There are more companies than fit here; copy.json has them all.</source>
        <translation>Mae mwy o gwmnïau nag sy'n ffitio yma; maent i gyd yn copy.json.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="55"/>
        <source>There are more companies than fit here; copy.json may not have them all.</source>
        <translation>Mae mwy o gwmnïau nag sy'n ffitio yma; efallai nad ydynt i gyd yn copy.json.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="56"/>
        <source>This copy does not name the lists.</source>
        <translation>Nid yw'r copi hwn yn enwi'r rhestrau.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="57"/>
        <source>Is this copy as it was made?</source>
        <translation>A yw'r copi hwn fel y cafodd ei wneud?</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="58"/>
        <source>These files came with this one. “netcurtain verify FILE” says whether any of them was changed; so does “sha256sum --check SHA256SUMS” in their folder. The numbers above are printed here so that they can be compared by eye.</source>
        <translation>Daeth y ffeiliau hyn gyda'r un hon. Mae “netcurtain verify FILE” yn dweud a newidiwyd unrhyw un ohonynt; felly hefyd “sha256sum --check SHA256SUMS” yn eu ffolder. Mae'r rhifau uchod wedi'u hargraffu yma fel y gellir eu cymharu â'r llygad.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="62"/>
        <source>These files are attached to this PDF, whose passphrase opens them too. “netcurtain verify FILE” says whether any of it was changed. The numbers above are printed here so that they can be compared by eye.</source>
        <translation>Mae'r ffeiliau hyn ynghlwm wrth y PDF hwn, y mae ei gyfrinymadrodd yn eu hagor nhw hefyd. Mae “netcurtain verify FILE” yn dweud a newidiwyd unrhyw beth ohono. Mae'r rhifau uchod wedi'u hargraffu yma fel y gellir eu cymharu â'r llygad.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="66"/>
        <source>Entries can be deleted from Netcurtain before a copy is made, and this does not show it. The numbers show only that the files belong together and were not changed afterwards.</source>
        <translation>Gellir dileu cofnodion o Netcurtain cyn gwneud copi, ac nid yw hwn yn dangos hynny. Dim ond dangos bod y ffeiliau'n perthyn i'w gilydd ac na chawsant eu newid wedyn y mae'r rhifau.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="70"/>
        <source>copy.json and copy.har leave out {count} requests that are like others in them, to stay under 3 MB.</source>
        <translation>Mae copy.json a copy.har yn gadael allan {count} o geisiadau sydd fel rhai eraill ynddynt, i aros o dan 3 MB.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="71"/>
        <source>To stay under 3 MB, copy.json and copy.har leave out {count} requests that are like no others in them. Where this PDF says that there is more in one of these files, it may not be there.</source>
        <translation>I aros o dan 3 MB, mae copy.json a copy.har yn gadael allan {count} o geisiadau nad ydynt fel unrhyw rai eraill ynddynt. Lle mae'r PDF hwn yn dweud bod rhagor yn un o'r ffeiliau hyn, efallai nad yw yno.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="77"/>
        <source>What was told, and to whom</source>
        <translation>Beth a ddywedwyd, ac wrth bwy</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="78"/>
        <source>Page by page, each company on its own. “Sent” is said only of a request that was seen to leave the browser; otherwise it says “tried to send”. Numbers such as {example} lead to the details.</source>
        <translation>Fesul tudalen, pob cwmni ar ei ben ei hun. Dim ond am gais a welwyd yn gadael y porwr y dywedir “anfonwyd”; fel arall mae'n dweud “ceisiodd anfon”. Mae rhifau fel {example} yn arwain at y manylion.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="82"/>
        <source>Address</source>
        <translation>Cyfeiriad</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="83"/>
        <source>Opened</source>
        <translation>Agorwyd</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="84"/>
        <source>Told from</source>
        <translation>Yn ôl</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="86"/>
        <source>The page itself, which was still open when this copy was made.</source>
        <translation>Y dudalen ei hun, a oedd yn dal ar agor pan wnaed y copi hwn.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="87"/>
        <source>What Netcurtain had kept of it. The requests themselves are not in this copy.</source>
        <translation>Yr hyn yr oedd Netcurtain wedi'i gadw ohoni. Nid yw'r ceisiadau eu hunain yn y copi hwn.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="89"/>
        <source>Question about cookies</source>
        <translation>Cwestiwn am gwcis</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="90"/>
        <source>Netcurtain did not see how it stood.</source>
        <translation>Ni welodd Netcurtain sut roedd pethau.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="91"/>
        <source>Forms</source>
        <translation>Ffurflenni</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="92"/>
        <source>A form went on its way</source>
        <translation>Aeth ffurflen ar ei ffordd</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="93"/>
        <source>Watched</source>
        <translation>Gwyliwyd</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="94"/>
        <source>Netcurtain was not looking from the start or not all the time, so there may be more.</source>
        <translation>Nid oedd Netcurtain yn edrych o'r dechrau neu nid drwy'r amser, felly efallai fod mwy.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="95"/>
        <source>Also seen</source>
        <translation>Gwelwyd hefyd</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="96"/>
        <source>On this page Netcurtain saw no request to a company on its lists.</source>
        <translation>Ar y dudalen hon ni welodd Netcurtain unrhyw gais i gwmni ar ei restrau.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="97"/>
        <source>There are more pages than are printed here; copy.json has them.</source>
        <translation>Mae mwy o dudalennau nag sydd wedi'u hargraffu yma; maent yn copy.json.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="99"/>
        <source>Netcurtain took a form on this page to ask for something personal.</source>
        <translation>Barnodd Netcurtain fod ffurflen ar y dudalen hon yn gofyn am rywbeth personol.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="100"/>
        <source>Netcurtain took a form on this page to ask, perhaps, for something personal.</source>
        <translation>Barnodd Netcurtain y gallai ffurflen ar y dudalen hon fod yn gofyn am rywbeth personol.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="103"/>
        <source>nothing had been chosen yet</source>
        <translation>nid oedd dim wedi'i ddewis eto</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="104"/>
        <source>only what is needed had been allowed</source>
        <translation>dim ond yr hyn sydd ei angen oedd wedi'i ganiatáu</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="105"/>
        <source>something had been agreed to</source>
        <translation>roedd rhywbeth wedi'i dderbyn</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="108"/>
        <source>Nothing had been chosen yet about cookies.</source>
        <translation>Nid oedd dim wedi'i ddewis eto am gwcis.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="109"/>
        <source>Of cookies, only what is needed had been allowed.</source>
        <translation>O'r cwcis, dim ond yr hyn sydd ei angen oedd wedi'i ganiatáu.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="110"/>
        <source>Something had been agreed to about cookies.</source>
        <translation>Roedd rhywbeth wedi'i dderbyn am gwcis.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="114"/>
        <source>Each request in detail</source>
        <translation>Pob cais yn fanwl</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="115"/>
        <source>Requests of one page that differ in nothing but their time stand together.</source>
        <translation>Mae ceisiadau un dudalen nad ydynt yn wahanol ond yn eu hamser yn sefyll gyda'i gilydd.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="116"/>
        <source>There are more kinds of request than are printed here; copy.json has them.</source>
        <translation>Mae mwy o fathau o gais nag sydd wedi'u hargraffu yma; maent yn copy.json.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="117"/>
        <source>There are more kinds of request than are printed here; copy.json may not have them all.</source>
        <translation>Mae mwy o fathau o gais nag sydd wedi'u hargraffu yma; efallai nad ydynt i gyd yn copy.json.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="118"/>
        <source>When</source>
        <translation>Pryd</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="119"/>
        <source>How many</source>
        <translation>Faint</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="120"/>
        <source>How</source>
        <translation>Sut</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="121"/>
        <source>Asked for by</source>
        <translation>Gofynnwyd amdano gan</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="122"/>
        <source>Redirected from</source>
        <translation>Ailgyfeiriwyd o</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="123"/>
        <source>What became of it</source>
        <translation>Beth ddaeth ohono</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="124"/>
        <source>What was in it</source>
        <translation>Beth oedd ynddo</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="125"/>
        <source>The site's own numbers with this company</source>
        <translation>Rhifau'r wefan ei hun gyda'r cwmni hwn</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="126"/>
        <source>Cookies, by name</source>
        <translation>Cwcis, wrth eu henwau</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="127"/>
        <source>Filter, word for word</source>
        <translation>Hidlydd, air am air</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="128"/>
        <source>List</source>
        <translation>Rhestr</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="129"/>
        <source>No filter. The request is of a kind that is known of this company.</source>
        <translation>Dim hidlydd. Mae'r cais o fath y gwyddys amdano gan y cwmni hwn.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="130"/>
        <source>No filter. It carried what had been written in a field of the page before the form was sent.</source>
        <translation>Dim hidlydd. Roedd yn cario'r hyn a ysgrifennwyd mewn maes ar y dudalen cyn i'r ffurflen gael ei hanfon.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="131"/>
        <source>Address, values cut out</source>
        <translation>Cyfeiriad, gwerthoedd wedi'u torri allan</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="132"/>
        <source>Body, values cut out</source>
        <translation>Corff, gwerthoedd wedi'u torri allan</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="133"/>
        <source>(There is more of it in copy.har.)</source>
        <translation>(Mae mwy ohono yn copy.har.)</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="134"/>
        <source>With its values cut out it no longer reads the same to a program.</source>
        <translation>Gyda'i werthoedd wedi'u torri allan nid yw'n darllen yr un fath i raglen mwyach.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="136"/>
        <source>The browser tried to send it. It was not seen to go out.</source>
        <translation>Ceisiodd y porwr ei anfon. Ni welwyd ef yn mynd allan.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="137"/>
        <source>It went out. No answer was seen.</source>
        <translation>Aeth allan. Ni welwyd ateb.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="138"/>
        <source>It went out and was answered.</source>
        <translation>Aeth allan a chafodd ei ateb.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="139"/>
        <source>It was stopped in the browser and did not go out.</source>
        <translation>Cafodd ei atal yn y porwr ac nid aeth allan.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="141"/>
        <source>Status {status}.</source>
        <translation>Statws {status}.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="143"/>
        <source>the page's address</source>
        <translation>cyfeiriad y dudalen</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="144"/>
        <source>the page's title</source>
        <translation>teitl y dudalen</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="145"/>
        <source>the page before</source>
        <translation>y dudalen cyn hon</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="146"/>
        <source>what happened</source>
        <translation>beth ddigwyddodd</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="147"/>
        <source>the words on a button</source>
        <translation>y geiriau ar fotwm</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="149"/>
        <source>the name of a form</source>
        <translation>enw ffurflen</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="150"/>
        <source>the names of a form's questions</source>
        <translation>enwau cwestiynau ffurflen</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="151"/>
        <source>part of who somebody is</source>
        <translation>rhan o bwy yw rhywun</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="153"/>
        <source>a code for an account signed in on this browser, perhaps somebody else's</source>
        <translation>cod ar gyfer cyfrif sydd wedi'i fewngofnodi ar y porwr hwn, o bosibl cyfrif rhywun arall</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="154"/>
        <source>what the site says of consent</source>
        <translation>yr hyn y mae'r wefan yn ei ddweud am ganiatâd</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="155"/>
        <source>the site's own number, or something about the page</source>
        <translation>rhif y wefan ei hun, neu rywbeth am y dudalen</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="156"/>
        <source>what had been written in a field</source>
        <translation>yr hyn a ysgrifennwyd mewn maes</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="160"/>
        <source>How anybody can look for themselves</source>
        <translation>Sut y gall unrhyw un edrych drosto'i hun</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="162"/>
        <source>Open a new browser profile without extensions, and its developer tools (F12), at “Network”.</source>
        <translation>Agorwch broffil porwr newydd heb estyniadau, a'i offer datblygwr (F12), wrth “Network”.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="163"/>
        <source>Tick “Preserve log” (or “Persist logs”), then open {address}.</source>
        <translation>Ticiwch “Preserve log” (neu “Persist logs”), yna agorwch {address}.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="164"/>
        <source>Answer the question about cookies as it stands with each request here, or not at all where nothing had been chosen.</source>
        <translation>Atebwch y cwestiwn am gwcis fel y mae gyda phob cais yma, neu ddim o gwbl lle nad oedd dim wedi'i ddewis.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="165"/>
        <source>Type the name of a host from this copy into the filter of the list: {hosts}.</source>
        <translation>Teipiwch enw gwesteiwr o'r copi hwn yn hidlydd y rhestr: {hosts}.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="166"/>
        <source>Or save what the tools show as a HAR and run “netcurtain check FILE.har”, with the lists and versions named on page 1.</source>
        <translation>Neu cadwch yr hyn y mae'r offer yn ei ddangos fel HAR a rhedwch “netcurtain check FILE.har”, gyda'r rhestrau a'r fersiynau a enwir ar dudalen 1.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="168"/>
        <source>Sites change, and may show different people different things, so what is seen on another day may differ.</source>
        <translation>Mae gwefannau'n newid, a gallant ddangos pethau gwahanol i bobl wahanol, felly gall yr hyn a welir ar ddiwrnod arall fod yn wahanol.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="169"/>
        <source>What was not seen</source>
        <translation>Beth na welwyd</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="171"/>
        <source>Requests to anybody else than companies on the lists, and requests of no kind that is known of trackers, are not in this copy.</source>
        <translation>Nid yw ceisiadau i neb heblaw cwmnïau ar y rhestrau, na cheisiadau nad ydynt o fath y gwyddys amdano gan dracwyr, yn y copi hwn.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="172"/>
        <source>Company names are those of Netcurtain's own table. Whose host it was on the day should be checked.</source>
        <translation>O dabl Netcurtain ei hun y daw enwau'r cwmnïau. Dylid gwirio pwy oedd biau'r gwesteiwr ar y diwrnod.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="173"/>
        <source>A request that was sent may not have been read or kept by whoever received it.</source>
        <translation>Efallai na chafodd cais a anfonwyd ei ddarllen na'i gadw gan bwy bynnag a'i derbyniodd.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="175"/>
        <source>No request was seen to be stopped in the browser.</source>
        <translation>Ni welwyd unrhyw gais yn cael ei atal yn y porwr.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="176"/>
        <source>Page {number}: {count} more requests are not in this copy, because there were too many.</source>
        <translation>Tudalen {number}: nid yw {count} o geisiadau eraill yn y copi hwn, am fod gormod ohonynt.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="177"/>
        <source>When nothing was taken in</source>
        <translation>Pryd na chymerwyd dim i mewn</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="178"/>
        <source>From {since} until {until}.</source>
        <translation>O {since} tan {until}.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="179"/>
        <source>No such time is known.</source>
        <translation>Nid oes amser o'r fath yn hysbys.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="180"/>
        <source>About this copy</source>
        <translation>Am y copi hwn</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="181"/>
        <source>It holds no answers, nothing that was typed, and nothing of what the person chose in Netcurtain. Addresses are without the values that may say who somebody is; in copy.har each value that may not be quoted is cut out.</source>
        <translation>Nid oes ynddo atebion, dim a deipiwyd, a dim o'r hyn a ddewisodd y person yn Netcurtain. Mae cyfeiriadau heb y gwerthoedd a all ddweud pwy yw rhywun; yn copy.har mae pob gwerth na ellir ei ddyfynnu wedi'i dorri allan.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="185"/>
        <source>Words of buttons and numbers that stand for this browser are left out unless the person chose to give them.</source>
        <translation>Mae geiriau botymau a rhifau sy'n sefyll dros y porwr hwn wedi'u gadael allan oni bai bod y person wedi dewis eu rhoi.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="186"/>
        <source>Times are this computer's. UTC comes first; the time at the place of this computer follows with its distance from UTC.</source>
        <translation>Amserau'r cyfrifiadur hwn yw'r rhain. UTC sy'n dod gyntaf; mae'r amser lle mae'r cyfrifiadur hwn yn dilyn, gyda'i bellter o UTC.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="187"/>
        <source>What Netcurtain saw. Copy made {when} UTC.</source>
        <translation>Yr hyn a welodd Netcurtain. Gwnaed y copi {when} UTC.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="188"/>
        <source>Page {page} of {pages}</source>
        <translation>Tudalen {page} o {pages}</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="189"/>
        <source>What Netcurtain saw on {site}</source>
        <translation>Yr hyn a welodd Netcurtain ar {site}</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="192"/>
        <source>A copy of what Netcurtain saw. Times are in UTC and as they were at this computer. docs/EVIDENCE.md explains each word.</source>
        <translation>Copi o'r hyn a welodd Netcurtain. Mae'r amserau yn UTC ac fel yr oeddent wrth y cyfrifiadur hwn. Mae docs/EVIDENCE.md yn egluro pob gair.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="193"/>
        <source>Made by Netcurtain. Only requests to companies on its lists and known kinds of them, values that may not be quoted cut out. Each page's own document is named without its content. Answers, sizes and durations are not in it.</source>
        <translation>Gwnaed gan Netcurtain. Dim ond ceisiadau i gwmnïau ar ei restrau a mathau hysbys ohonynt, gyda gwerthoedd na ellir eu dyfynnu wedi'u torri allan. Mae dogfen pob tudalen ei hun wedi'i henwi heb ei chynnwys. Nid yw atebion, meintiau na hydoedd ynddo.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="197"/>
        <source>The page itself. Nothing of its content or its answer is here.</source>
        <translation>Y dudalen ei hun. Nid oes dim o'i chynnwys na'i hateb yma.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="198"/>
        <source>Stands for {count} requests that are alike.</source>
        <translation>Yn sefyll dros {count} o geisiadau sydd yr un fath.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="203"/>
        <source>{day}, {clock} UTC ({here}, UTC{offset})</source>
        <translation>{day}, {clock} UTC ({here}, UTC{offset})</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="208"/>
        <source>{since} to {until}</source>
        <translation>{since} tan {until}</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="214"/>
        <source>Page {number}: “{title}”</source>
        <translation>Tudalen {number}: “{title}”</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="214"/>
        <source>Page {number}</source>
        <translation>Tudalen {number}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../evidence/wording.py" line="219"/>
        <source>{count} pages</source>
        <extracomment>Of one: {count} page</extracomment>
        <translation>
            <numerusform>Tudalennau: {count}</numerusform>
            <numerusform>{count} dudalen</numerusform>
            <numerusform>Tudalennau: {count}</numerusform>
            <numerusform>Tudalennau: {count}</numerusform>
            <numerusform>Tudalennau: {count}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../evidence/wording.py" line="224"/>
        <source>{count} requests</source>
        <extracomment>Of one: {count} request</extracomment>
        <translation>
            <numerusform>Ceisiadau: {count}</numerusform>
            <numerusform>{count} cais</numerusform>
            <numerusform>Ceisiadau: {count}</numerusform>
            <numerusform>Ceisiadau: {count}</numerusform>
            <numerusform>Ceisiadau: {count}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../evidence/wording.py" line="231"/>
        <source>{count} requests were stopped in the browser, such as by the browser itself or an extension, and did not go out.</source>
        <extracomment>Of one: {count} request was stopped in the browser, such as by the browser itself or an extension, and did not go out.</extracomment>
        <translation>
            <numerusform>Cafodd {count} o geisiadau eu hatal yn y porwr, er enghraifft gan y porwr ei hun neu estyniad, ac nid aethant allan.</numerusform>
            <numerusform>Cafodd {count} cais ei atal yn y porwr, er enghraifft gan y porwr ei hun neu estyniad, ac nid aeth allan.</numerusform>
            <numerusform>Cafodd {count} o geisiadau eu hatal yn y porwr, er enghraifft gan y porwr ei hun neu estyniad, ac nid aethant allan.</numerusform>
            <numerusform>Cafodd {count} o geisiadau eu hatal yn y porwr, er enghraifft gan y porwr ei hun neu estyniad, ac nid aethant allan.</numerusform>
            <numerusform>Cafodd {count} o geisiadau eu hatal yn y porwr, er enghraifft gan y porwr ei hun neu estyniad, ac nid aethant allan.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="241"/>
        <source>agreed with the server {host} to about a second</source>
        <translation>yn cytuno â'r gweinydd {host} i tua eiliad</translation>
    </message>
    <message numerus="yes">
        <location filename="../../evidence/wording.py" line="242"/>
        <source>was about {count} seconds ahead of the server {host}</source>
        <extracomment>Of one: was about {count} second ahead of the server {host}</extracomment>
        <translation>
            <numerusform>roedd tua {count} eiliad o flaen y gweinydd {host}</numerusform>
            <numerusform>roedd tua {count} eiliad o flaen y gweinydd {host}</numerusform>
            <numerusform>roedd tua {count} eiliad o flaen y gweinydd {host}</numerusform>
            <numerusform>roedd tua {count} eiliad o flaen y gweinydd {host}</numerusform>
            <numerusform>roedd tua {count} eiliad o flaen y gweinydd {host}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../evidence/wording.py" line="243"/>
        <source>was about {count} seconds behind the server {host}</source>
        <extracomment>Of one: was about {count} second behind the server {host}</extracomment>
        <translation>
            <numerusform>roedd tua {count} eiliad y tu ôl i'r gweinydd {host}</numerusform>
            <numerusform>roedd tua {count} eiliad y tu ôl i'r gweinydd {host}</numerusform>
            <numerusform>roedd tua {count} eiliad y tu ôl i'r gweinydd {host}</numerusform>
            <numerusform>roedd tua {count} eiliad y tu ôl i'r gweinydd {host}</numerusform>
            <numerusform>roedd tua {count} eiliad y tu ôl i'r gweinydd {host}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="249"/>
        <source>Netcurtain {app}, its extension {extension}, {browser}</source>
        <translation>Netcurtain {app}, ei estyniad {extension}, {browser}</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="250"/>
        <source>browser not known</source>
        <translation>porwr anhysbys</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="257"/>
        <source>On {day} at {clock} UTC this browser sent a request to {host}, {listed}.</source>
        <translation>Ar {day} am {clock} UTC anfonodd y porwr hwn gais i {host}, {listed}.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="259"/>
        <source>On {day} at {clock} UTC this browser tried to send a request to {host}, {listed}.</source>
        <translation>Ar {day} am {clock} UTC ceisiodd y porwr hwn anfon cais i {host}, {listed}.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="266"/>
        <source>listed as {company} in Netcurtain {app} and as a tracker in {filter_list}</source>
        <translation>a restrir fel {company} yn Netcurtain {app} ac fel traciwr yn {filter_list}</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="268"/>
        <source>listed as a tracker in {filter_list}</source>
        <translation>a restrir fel traciwr yn {filter_list}</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="270"/>
        <source>listed as {company} in Netcurtain {app}</source>
        <translation>a restrir fel {company} yn Netcurtain {app}</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="272"/>
        <source>which is on no list</source>
        <translation>nad yw ar unrhyw restr</translation>
    </message>
    <message numerus="yes">
        <location filename="../../evidence/wording.py" line="279"/>
        <source>There were {count} more like it.</source>
        <extracomment>Of one: There was {count} more like it.</extracomment>
        <translation>
            <numerusform>Bu {count} tebyg arall.</numerusform>
            <numerusform>Bu {count} tebyg arall.</numerusform>
            <numerusform>Bu {count} tebyg arall.</numerusform>
            <numerusform>Bu {count} tebyg arall.</numerusform>
            <numerusform>Bu {count} tebyg arall.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../evidence/wording.py" line="280"/>
        <source>There were {count} more like it, until {until} UTC.</source>
        <extracomment>Of one: There was {count} more like it, until {until} UTC.</extracomment>
        <translation>
            <numerusform>Bu {count} tebyg arall, tan {until} UTC.</numerusform>
            <numerusform>Bu {count} tebyg arall, tan {until} UTC.</numerusform>
            <numerusform>Bu {count} tebyg arall, tan {until} UTC.</numerusform>
            <numerusform>Bu {count} tebyg arall, tan {until} UTC.</numerusform>
            <numerusform>Bu {count} tebyg arall, tan {until} UTC.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="287"/>
        <source>How the page's question about cookies stood then is not known.</source>
        <translation>Ni wyddys beth oedd sefyllfa cwestiwn y dudalen am gwcis bryd hynny.</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="292"/>
        <source>Details: {numbers}.</source>
        <translation>Manylion: {numbers}.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../evidence/wording.py" line="297"/>
        <source>{count} older pages are not in this copy.</source>
        <extracomment>Of one: {count} older page is not in this copy.</extracomment>
        <translation>
            <numerusform>Nid yw {count} o dudalennau hŷn yn y copi hwn.</numerusform>
            <numerusform>Nid yw {count} tudalen hŷn yn y copi hwn.</numerusform>
            <numerusform>Nid yw {count} o dudalennau hŷn yn y copi hwn.</numerusform>
            <numerusform>Nid yw {count} o dudalennau hŷn yn y copi hwn.</numerusform>
            <numerusform>Nid yw {count} o dudalennau hŷn yn y copi hwn.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="303"/>
        <source>{called}: {value} (in {parameter})</source>
        <translation>{called}: {value} (yn {parameter})</translation>
    </message>
    <message>
        <location filename="../../evidence/wording.py" line="304"/>
        <source>{called} (in {parameter})</source>
        <translation>{called} (yn {parameter})</translation>
    </message>
    <message>
        <location filename="../../history/wording.py" line="17"/>
        <source>There was a form here that asks for something personal.</source>
        <translation>Roedd ffurflen yma sy'n gofyn am rywbeth personol.</translation>
    </message>
    <message>
        <location filename="../../history/wording.py" line="18"/>
        <source>There was a form here that may ask for something personal.</source>
        <translation>Roedd ffurflen yma a all fod yn gofyn am rywbeth personol.</translation>
    </message>
    <message>
        <location filename="../../history/wording.py" line="20"/>
        <source>A form was sent from this page.</source>
        <translation>Anfonwyd ffurflen o'r dudalen hon.</translation>
    </message>
    <message>
        <location filename="../../history/wording.py" line="22"/>
        <source>The page asked about cookies. Nothing had been chosen yet.</source>
        <translation>Gofynnodd y dudalen am gwcis. Nid oedd dim wedi'i ddewis eto.</translation>
    </message>
    <message>
        <location filename="../../history/wording.py" line="23"/>
        <source>From here on, only the cookies that are needed were agreed to.</source>
        <translation>O hyn ymlaen, dim ond y cwcis sydd eu hangen a dderbyniwyd.</translation>
    </message>
    <message>
        <location filename="../../history/wording.py" line="24"/>
        <source>From here on, cookies were agreed to.</source>
        <translation>O hyn ymlaen, derbyniwyd cwcis.</translation>
    </message>
    <message>
        <location filename="../../history/wording.py" line="29"/>
        <source>For some of the time nothing was taken in, so there may be more.</source>
        <translation>Am beth o'r amser ni chymerwyd dim i mewn, felly efallai fod mwy.</translation>
    </message>
    <message>
        <location filename="../../history/wording.py" line="30"/>
        <source>There was so much that not all of it was kept.</source>
        <translation>Roedd cymaint fel na chadwyd y cyfan.</translation>
    </message>
    <message>
        <location filename="../../history/wording.py" line="31"/>
        <source>It was not written down which lists all of these pages were checked with.</source>
        <translation>Ni nodwyd â pha restrau y gwiriwyd pob un o'r tudalennau hyn.</translation>
    </message>
    <message>
        <location filename="../../history/wording.py" line="39"/>
        <source>The history could not be written because the disk is full: free some space, and it goes on by itself.</source>
        <translation>Ni ellid ysgrifennu'r hanes am fod y ddisg yn llawn: rhyddhewch le, a bydd yn mynd ymlaen ohono'i hun.</translation>
    </message>
    <message>
        <location filename="../../history/wording.py" line="40"/>
        <source>The history could not be opened or written: make its folder yours and writable, then start Netcurtain again.</source>
        <translation>Ni ellid agor nac ysgrifennu'r hanes: gwnewch yn siŵr mai chi biau ei ffolder ac y gallwch ysgrifennu ynddo, yna cychwynnwch Netcurtain eto.</translation>
    </message>
    <message>
        <location filename="../../history/wording.py" line="41"/>
        <source>Another program is using the history: close it, and the history goes on by itself.</source>
        <translation>Mae rhaglen arall yn defnyddio'r hanes: caewch hi, a bydd yr hanes yn mynd ymlaen ohono'i hun.</translation>
    </message>
    <message>
        <location filename="../../history/wording.py" line="42"/>
        <source>The history could not be read or written: check that its disk works and has room, then start Netcurtain again.</source>
        <translation>Ni ellid darllen nac ysgrifennu'r hanes: gwiriwch fod ei ddisg yn gweithio a bod lle arni, yna cychwynnwch Netcurtain eto.</translation>
    </message>
    <message>
        <location filename="../../history/wording.py" line="43"/>
        <source>The history could not be read: check that its disk works, then start Netcurtain again.</source>
        <translation>Ni ellid darllen yr hanes: gwiriwch fod ei ddisg yn gweithio, yna cychwynnwch Netcurtain eto.</translation>
    </message>
    <message>
        <location filename="../../history/wording.py" line="45"/>
        <source>This passphrase does not open it.</source>
        <translation>Nid yw'r cyfrinymadrodd hwn yn ei agor.</translation>
    </message>
    <message>
        <location filename="../../history/wording.py" line="46"/>
        <source>Please wait a little before you try again.</source>
        <translation>Arhoswch ychydig cyn rhoi cynnig arall arni, os gwelwch yn dda.</translation>
    </message>
    <message>
        <location filename="../../history/wording.py" line="47"/>
        <source>Nothing was made. Please try again.</source>
        <translation>Ni wnaed dim. Rhowch gynnig arall arni, os gwelwch yn dda.</translation>
    </message>
    <message>
        <location filename="../../history/wording.py" line="48"/>
        <source>It was locked again meanwhile.</source>
        <translation>Cafodd ei gloi eto yn y cyfamser.</translation>
    </message>
    <message>
        <location filename="../../history/wording.py" line="49"/>
        <source>The history is closed: start Netcurtain again.</source>
        <translation>Mae'r hanes ar gau: cychwynnwch Netcurtain eto.</translation>
    </message>
    <message>
        <location filename="../../history/wording.py" line="50"/>
        <source>This computer's clock seems to have been changed, so no old pages were deleted. Please check the date.</source>
        <translation>Mae'n ymddangos bod cloc y cyfrifiadur hwn wedi'i newid, felly ni ddilëwyd hen dudalennau. Gwiriwch y dyddiad, os gwelwch yn dda.</translation>
    </message>
    <message>
        <location filename="../../history/wording.py" line="51"/>
        <source>Please use at least eight characters.</source>
        <translation>Defnyddiwch o leiaf wyth nod, os gwelwch yn dda.</translation>
    </message>
    <message>
        <location filename="../../history/wording.py" line="52"/>
        <source>Please use fewer than 1,025 characters.</source>
        <translation>Defnyddiwch lai na 1,025 o nodau, os gwelwch yn dda.</translation>
    </message>
    <message>
        <location filename="../../history/wording.py" line="53"/>
        <source>The key of the kept history could not be read, so nobody can open what was kept. Put back a copy of the key, or erase everything.</source>
        <translation>Ni ellid darllen allwedd yr hanes a gadwyd, felly ni all neb agor yr hyn a gadwyd. Rhowch gopi o'r allwedd yn ôl, neu dilëwch bopeth.</translation>
    </message>
    <message>
        <location filename="../../history/wording.py" line="56"/>
        <source>This history was kept by a newer Netcurtain: install that one to open it. Nothing was changed.</source>
        <translation>Cadwyd yr hanes hwn gan Netcurtain mwy newydd: gosodwch hwnnw i'w agor. Ni newidiwyd dim.</translation>
    </message>
    <message>
        <location filename="../../history/wording.py" line="57"/>
        <source>Please open this history once in Netcurtain's window, which can look after it, then try again. Nothing was changed.</source>
        <translation>Agorwch yr hanes hwn unwaith yn ffenestr Netcurtain, sy'n gallu gofalu amdano, yna rhowch gynnig arall arni. Ni newidiwyd dim.</translation>
    </message>
    <message>
        <location filename="../../history/wording.py" line="58"/>
        <source>The folder of the kept history is not there any more, so nothing is kept: make a new passphrase in the settings.</source>
        <translation>Nid yw ffolder yr hanes a gadwyd yno mwyach, felly nid oes dim yn cael ei gadw: gwnewch gyfrinymadrodd newydd yn y gosodiadau.</translation>
    </message>
    <message>
        <location filename="../../history/wording.py" line="59"/>
        <source>What was kept could not be read. It was put aside unchanged, and a new history was begun.</source>
        <translation>Ni ellid darllen yr hyn a gadwyd. Cafodd ei roi o'r neilltu heb ei newid, a dechreuwyd hanes newydd.</translation>
    </message>
    <message>
        <location filename="../../history/wording.py" line="60"/>
        <source>What was kept is not there any more, so a new history was begun.</source>
        <translation>Nid yw'r hyn a gadwyd yno mwyach, felly dechreuwyd hanes newydd.</translation>
    </message>
    <message>
        <location filename="../../history/wording.py" line="61"/>
        <source>The last moments before Netcurtain stopped may be missing from what was kept. All else is here.</source>
        <translation>Efallai fod yr eiliadau olaf cyn i Netcurtain stopio ar goll o'r hyn a gadwyd. Mae popeth arall yma.</translation>
    </message>
    <message>
        <location filename="../../history/wording.py" line="62"/>
        <source>Part of what was kept could not be read. A copy was put aside unchanged, and the rest is here.</source>
        <translation>Ni ellid darllen rhan o'r hyn a gadwyd. Rhoddwyd copi o'r neilltu heb ei newid, ac mae'r gweddill yma.</translation>
    </message>
    <message>
        <location filename="../../history/wording.py" line="68"/>
        <source>“{title}” was opened: {address}</source>
        <translation>Agorwyd “{title}”: {address}</translation>
    </message>
    <message>
        <location filename="../../history/wording.py" line="68"/>
        <source>A page was opened: {address}</source>
        <translation>Agorwyd tudalen: {address}</translation>
    </message>
    <message>
        <location filename="../../history/wording.py" line="74"/>
        <source>Old pages that were to be deleted are still in {files}. Erase everything to delete them there too.</source>
        <translation>Mae hen dudalennau a oedd i'w dileu yn dal yn {files}. Dilëwch bopeth i'w dileu yno hefyd.</translation>
    </message>
    <message>
        <location filename="../../history/wording.py" line="84"/>
        <source>Only the newest {visits} visits to this site are here.</source>
        <translation>Dim ond yr ymweliadau diweddaraf â'r wefan hon sydd yma ({visits}).</translation>
    </message>
    <message>
        <location filename="../../link/keyring.py" line="18"/>
        <source>The list of connected browsers cannot be read, so please connect your browser again.</source>
        <translation>Ni ellir darllen y rhestr o borwyr sydd wedi'u cysylltu, felly cysylltwch eich porwr eto, os gwelwch yn dda.</translation>
    </message>
    <message>
        <location filename="../../link/keyring.py" line="26"/>
        <source>The list of connected browsers could not be read. Please close Netcurtain and open it again. If it still cannot be read, connect your browser again.</source>
        <translation>Ni ellid darllen y rhestr o borwyr sydd wedi'u cysylltu. Caewch Netcurtain ac agorwch ef eto, os gwelwch yn dda. Os na ellir ei darllen o hyd, cysylltwch eich porwr eto.</translation>
    </message>
    <message>
        <location filename="../../link/port.py" line="15"/>
        <source>Netcurtain, or another program, is using port {port} already. Close it, or start Netcurtain with --port and another number.</source>
        <translation>Mae Netcurtain, neu raglen arall, yn defnyddio porth {port} eisoes. Caewch hi, neu cychwynnwch Netcurtain gyda --port a rhif arall.</translation>
    </message>
    <message>
        <location filename="../../link/port.py" line="20"/>
        <source>This computer does not let us use port {port}. Start Netcurtain with --port and another number.</source>
        <translation>Nid yw'r cyfrifiadur hwn yn gadael i ni ddefnyddio porth {port}. Cychwynnwch Netcurtain gyda --port a rhif arall.</translation>
    </message>
    <message>
        <location filename="../../lists/wording.py" line="12"/>
        <source>only https addresses are fetched</source>
        <translation>dim ond cyfeiriadau https sy'n cael eu nôl</translation>
    </message>
    <message>
        <location filename="../../lists/wording.py" line="13"/>
        <source>there was no answer</source>
        <translation>nid oedd ateb</translation>
    </message>
    <message>
        <location filename="../../lists/wording.py" line="14"/>
        <source>the answer took too long</source>
        <translation>cymerodd yr ateb ormod o amser</translation>
    </message>
    <message>
        <location filename="../../lists/wording.py" line="15"/>
        <source>the answer broke off before its end</source>
        <translation>torrodd yr ateb i ffwrdd cyn ei ddiwedd</translation>
    </message>
    <message>
        <location filename="../../lists/wording.py" line="16"/>
        <source>it is larger than 20 MB</source>
        <translation>mae'n fwy na 20 MB</translation>
    </message>
    <message>
        <location filename="../../lists/wording.py" line="17"/>
        <source>what came is not readable text</source>
        <translation>nid yw'r hyn a ddaeth yn destun y gellir ei ddarllen</translation>
    </message>
    <message>
        <location filename="../../lists/wording.py" line="18"/>
        <source>what came is a web page, not a list</source>
        <translation>tudalen we yw'r hyn a ddaeth, nid rhestr</translation>
    </message>
    <message>
        <location filename="../../lists/wording.py" line="19"/>
        <source>what came is a server's message, not a list</source>
        <translation>neges gan weinydd yw'r hyn a ddaeth, nid rhestr</translation>
    </message>
    <message>
        <location filename="../../lists/wording.py" line="20"/>
        <source>what came does not say that it is a list</source>
        <translation>nid yw'r hyn a ddaeth yn dweud mai rhestr ydyw</translation>
    </message>
    <message>
        <location filename="../../lists/wording.py" line="21"/>
        <source>there is no filter in it that we can use</source>
        <translation>nid oes hidlydd ynddo y gallwn ei ddefnyddio</translation>
    </message>
    <message>
        <location filename="../../lists/wording.py" line="22"/>
        <source>it is older than the one you have</source>
        <translation>mae'n hŷn na'r un sydd gennych</translation>
    </message>
    <message>
        <location filename="../../lists/wording.py" line="23"/>
        <source>it does not say how old it is, and the one you have does</source>
        <translation>nid yw'n dweud pa mor hen ydyw, ac mae'r un sydd gennych yn dweud hynny</translation>
    </message>
    <message>
        <location filename="../../lists/wording.py" line="24"/>
        <source>there is no such file, or it cannot be read</source>
        <translation>nid oes ffeil o'r fath, neu ni ellir ei darllen</translation>
    </message>
    <message>
        <location filename="../../lists/wording.py" line="25"/>
        <source>it is not installed and this computer cannot fetch Debian packages</source>
        <translation>nid yw wedi'i osod ac ni all y cyfrifiadur hwn nôl pecynnau Debian</translation>
    </message>
    <message>
        <location filename="../../lists/wording.py" line="26"/>
        <source>the package could not be fetched</source>
        <translation>ni ellid nôl y pecyn</translation>
    </message>
    <message>
        <location filename="../../lists/wording.py" line="27"/>
        <source>the package has no such list in it</source>
        <translation>nid oes rhestr o'r fath yn y pecyn</translation>
    </message>
    <message>
        <location filename="../../lists/wording.py" line="28"/>
        <source>a hundred added lists are the most we keep</source>
        <translation>cant o restrau a ychwanegwyd yw'r mwyaf rydym yn eu cadw</translation>
    </message>
    <message>
        <location filename="../../lists/wording.py" line="30"/>
        <source>Not in use.</source>
        <translation>Ddim ar waith.</translation>
    </message>
    <message>
        <location filename="../../lists/wording.py" line="31"/>
        <source>On, but not here yet.</source>
        <translation>Ymlaen, ond ddim yma eto.</translation>
    </message>
    <message>
        <location filename="../../lists/wording.py" line="32"/>
        <source>The file that says which lists you turned on or off cannot be opened, so your own lists are not in use. Look at the permissions of Netcurtain's folder.</source>
        <translation>Ni ellir agor y ffeil sy'n dweud pa restrau a droesoch ymlaen neu i ffwrdd, felly nid yw eich rhestrau eich hun ar waith. Edrychwch ar ganiatadau ffolder Netcurtain.</translation>
    </message>
    <message>
        <location filename="../../lists/wording.py" line="36"/>
        <source>it could not be written to disk; free some space, or look at the folder's permissions</source>
        <translation>ni ellid ei ysgrifennu i'r ddisg; rhyddhewch le, neu edrychwch ar ganiatadau'r ffolder</translation>
    </message>
    <message numerus="yes">
        <location filename="../../lists/wording.py" line="41"/>
        <source>it has only {count} filters, and the one you have has {kept}</source>
        <extracomment>Of one: it has only {count} filter, and the one you have has {kept}</extracomment>
        <translation>
            <numerusform>dim ond {count} hidlydd sydd ganddo, ac mae gan yr un sydd gennych {kept}</numerusform>
            <numerusform>dim ond {count} hidlydd sydd ganddo, ac mae gan yr un sydd gennych {kept}</numerusform>
            <numerusform>dim ond {count} hidlydd sydd ganddo, ac mae gan yr un sydd gennych {kept}</numerusform>
            <numerusform>dim ond {count} hidlydd sydd ganddo, ac mae gan yr un sydd gennych {kept}</numerusform>
            <numerusform>dim ond {count} hidlydd sydd ganddo, ac mae gan yr un sydd gennych {kept}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../lists/wording.py" line="47"/>
        <source>If the shorter list is the right one, turn it off and on again in Settings, or run: netcurtain filters update --take-smaller</source>
        <translation>Os y rhestr fyrrach yw'r un gywir, trowch hi i ffwrdd ac ymlaen eto yn Gosodiadau, neu rhedwch: netcurtain filters update --take-smaller</translation>
    </message>
    <message>
        <location filename="../../lists/wording.py" line="55"/>
        <source>the server answered {code}</source>
        <translation>atebodd y gweinydd {code}</translation>
    </message>
    <message>
        <location filename="../../lists/wording.py" line="60"/>
        <source>{list} of {day}</source>
        <translation>{list}, {day}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../lists/wording.py" line="70"/>
        <source>{count} filters</source>
        <extracomment>Of one: {count} filter</extracomment>
        <translation>
            <numerusform>{count} hidlydd</numerusform>
            <numerusform>{count} hidlydd</numerusform>
            <numerusform>{count} hidlydd</numerusform>
            <numerusform>{count} hidlydd</numerusform>
            <numerusform>{count} hidlydd</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../lists/wording.py" line="78"/>
        <source>{list} (from today)</source>
        <translation>{list} (o heddiw)</translation>
    </message>
    <message>
        <location filename="../../lists/wording.py" line="79"/>
        <source>{list} ({age})</source>
        <translation>{list} ({age})</translation>
    </message>
    <message numerus="yes">
        <location filename="../../lists/wording.py" line="84"/>
        <source>{number} days old</source>
        <extracomment>Of one: {number} day old</extracomment>
        <translation>
            <numerusform>{count} diwrnod oed</numerusform>
            <numerusform>{count} diwrnod oed</numerusform>
            <numerusform>{count} diwrnod oed</numerusform>
            <numerusform>{count} diwrnod oed</numerusform>
            <numerusform>{count} diwrnod oed</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../lists/wording.py" line="90"/>
        <source>not checked yet</source>
        <translation>heb ei wirio eto</translation>
    </message>
    <message>
        <location filename="../../lists/wording.py" line="92"/>
        <source>checked today</source>
        <translation>gwiriwyd heddiw</translation>
    </message>
    <message numerus="yes">
        <location filename="../../lists/wording.py" line="93"/>
        <source>checked {number} days ago</source>
        <extracomment>Of one: checked yesterday</extracomment>
        <translation>
            <numerusform>gwiriwyd {count} diwrnod yn ôl</numerusform>
            <numerusform>gwiriwyd ddoe</numerusform>
            <numerusform>gwiriwyd {count} diwrnod yn ôl</numerusform>
            <numerusform>gwiriwyd {count} diwrnod yn ôl</numerusform>
            <numerusform>gwiriwyd {count} diwrnod yn ôl</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../lists/wording.py" line="98"/>
        <source>{list}, {filters}, {checked}. It does not say how old it is.</source>
        <translation>{list}, {filters}, {checked}. Nid yw'n dweud pa mor hen ydyw.</translation>
    </message>
    <message>
        <location filename="../../lists/wording.py" line="98"/>
        <source>{list}, {filters}, {checked}.</source>
        <translation>{list}, {filters}, {checked}.</translation>
    </message>
    <message>
        <location filename="../../lists/wording.py" line="104"/>
        <source>{list} is {age}, so newer companies may not be in it. When you are online, look for a newer one in Settings.</source>
        <translation>Mae {list} yn {age}, felly efallai nad yw cwmnïau mwy newydd ynddo. Pan fyddwch ar-lein, chwiliwch am un mwy newydd yn Gosodiadau.</translation>
    </message>
    <message>
        <location filename="../../lists/wording.py" line="110"/>
        <source>{list}, {filters}, always on.</source>
        <translation>{list}, {filters}, ymlaen bob amser.</translation>
    </message>
    <message>
        <location filename="../../lists/wording.py" line="130"/>
        <source>{list} is here now, with {filters}, from {source}.</source>
        <translation>Mae {list} yma nawr, gyda {filters}, o {source}.</translation>
    </message>
    <message>
        <location filename="../../lists/wording.py" line="136"/>
        <source>{list} is still the newest.</source>
        <translation>{list} yw'r diweddaraf o hyd.</translation>
    </message>
    <message>
        <location filename="../../lists/wording.py" line="141"/>
        <source>{list} is the newest that could be reached; its own address gave no list.</source>
        <translation>{list} yw'r diweddaraf y gellid ei gyrraedd; ni roddodd ei gyfeiriad ei hun restr.</translation>
    </message>
    <message>
        <location filename="../../lists/wording.py" line="146"/>
        <source>{list} is in use now, with {filters}.</source>
        <translation>Mae {list} ar waith nawr, gyda {filters}.</translation>
    </message>
    <message>
        <location filename="../../lists/wording.py" line="151"/>
        <source>{list} is no longer in use.</source>
        <translation>Nid yw {list} ar waith mwyach.</translation>
    </message>
    <message>
        <location filename="../../lists/wording.py" line="157"/>
        <source>{list} could not be updated: {why}. {kept} stays in use.</source>
        <translation>Ni ellid diweddaru {list}: {why}. Mae {kept} yn aros ar waith.</translation>
    </message>
    <message>
        <location filename="../../lists/wording.py" line="159"/>
        <source>{list} could not be updated: {why}. Our own starter list is in use all the same.</source>
        <translation>Ni ellid diweddaru {list}: {why}. Mae ein rhestr gychwynnol ein hunain ar waith beth bynnag.</translation>
    </message>
    <message>
        <location filename="../../lists/wording.py" line="165"/>
        <source>{list} was not added: {why}.</source>
        <translation>Ni chafodd {list} ei ychwanegu: {why}.</translation>
    </message>
    <message>
        <location filename="../../lists/wording.py" line="208"/>
        <source>The file that says which lists you turned on or off could not be read, so they are as they were at first. Please add your own lists again, and turn off what you do not want. The old file is kept as {file}.</source>
        <translation>Ni ellid darllen y ffeil sy'n dweud pa restrau a droesoch ymlaen neu i ffwrdd, felly maent fel yr oeddent ar y dechrau. Ychwanegwch eich rhestrau eich hun eto, a throwch i ffwrdd yr hyn nad ydych ei eisiau, os gwelwch yn dda. Mae'r hen ffeil wedi'i chadw fel {file}.</translation>
    </message>
    <message>
        <location filename="../../lists/wording.py" line="221"/>
        <source>{list} is our own small list and is always on.</source>
        <translation>Ein rhestr fach ein hunain yw {list} ac mae ymlaen bob amser.</translation>
    </message>
    <message>
        <location filename="../../lists/wording.py" line="226"/>
        <source>{list} is still in use: {why}.</source>
        <translation>Mae {list} ar waith o hyd: {why}.</translation>
    </message>
    <message>
        <location filename="../../partner/wording.py" line="8"/>
        <source>This file is not there, or cannot be read.</source>
        <translation>Nid yw'r ffeil hon yno, neu ni ellir ei darllen.</translation>
    </message>
    <message>
        <location filename="../../partner/wording.py" line="9"/>
        <source>This file is too large. A file from a charity has 64 kB at most.</source>
        <translation>Mae'r ffeil hon yn rhy fawr. Ni all ffeil gan elusen fod yn fwy na 64 kB.</translation>
    </message>
    <message>
        <location filename="../../partner/wording.py" line="10"/>
        <source>This is not a file for Netcurtain, or it asks for something that Netcurtain does not do for others.</source>
        <translation>Nid ffeil i Netcurtain yw hon, neu mae'n gofyn am rywbeth nad yw Netcurtain yn ei wneud ar ran eraill.</translation>
    </message>
    <message>
        <location filename="../../partner/wording.py" line="11"/>
        <source>This file was changed after it was made, or it is not whole. Please ask for it again.</source>
        <translation>Cafodd y ffeil hon ei newid ar ôl iddi gael ei gwneud, neu nid yw'n gyfan. Gofynnwch amdani eto, os gwelwch yn dda.</translation>
    </message>
    <message>
        <location filename="../../partner/wording.py" line="12"/>
        <source>You have a file by this name already, and this one is signed by somebody else. Please ask the charity whether it has a new key. If it has, remove the old file first.</source>
        <translation>Mae gennych ffeil o'r enw hwn eisoes, ac mae hon wedi'i llofnodi gan rywun arall. Gofynnwch i'r elusen a oes ganddi allwedd newydd. Os oes, tynnwch yr hen ffeil yn gyntaf.</translation>
    </message>
    <message>
        <location filename="../../partner/wording.py" line="16"/>
        <source>You have a newer file by this name already. If you want the older one, remove the newer one first.</source>
        <translation>Mae gennych ffeil fwy newydd o'r enw hwn yn barod. Os ydych am gael yr un hŷn, tynnwch yr un fwy newydd yn gyntaf.</translation>
    </message>
    <message>
        <location filename="../../partner/wording.py" line="17"/>
        <source>The name in this file has letters of more than one alphabet, or signs that do not belong in a name.</source>
        <translation>Mae llythrennau o fwy nag un wyddor yn yr enw yn y ffeil hon, neu arwyddion nad ydynt yn perthyn mewn enw.</translation>
    </message>
    <message>
        <location filename="../../partner/wording.py" line="18"/>
        <source>The name in this file is one that Netcurtain uses itself. Please ask for a file with another name.</source>
        <translation>Mae'r enw yn y ffeil hon yn un y mae Netcurtain yn ei ddefnyddio ei hun. Gofynnwch am ffeil ag enw arall.</translation>
    </message>
    <message>
        <location filename="../../partner/wording.py" line="19"/>
        <source>How to reach somebody is not plain in this file. Only numbers, e-mail addresses, https addresses and short words may be there, in English letters.</source>
        <translation>Nid yw'n eglur yn y ffeil hon sut i gyrraedd rhywun. Dim ond rhifau, cyfeiriadau e-bost, cyfeiriadau https a geiriau byr all fod yno, mewn llythrennau Saesneg.</translation>
    </message>
    <message>
        <location filename="../../partner/wording.py" line="23"/>
        <source>You have as many files from others as Netcurtain takes. Remove one first.</source>
        <translation>Mae gennych gynifer o ffeiliau gan eraill ag y mae Netcurtain yn eu cymryd. Tynnwch un yn gyntaf.</translation>
    </message>
    <message>
        <location filename="../../partner/wording.py" line="24"/>
        <source>It could not be kept. Free some space on the disk, then try again.</source>
        <translation>Ni ellid ei chadw. Rhyddhewch le ar y ddisg, yna rhowch gynnig arall arni.</translation>
    </message>
    <message>
        <location filename="../../partner/wording.py" line="25"/>
        <source>This file would hold for more than two years. Please ask for one that runs out sooner.</source>
        <translation>Byddai'r ffeil hon yn para mwy na dwy flynedd. Gofynnwch am un sy'n dod i ben yn gynt, os gwelwch yn dda.</translation>
    </message>
    <message>
        <location filename="../../partner/wording.py" line="26"/>
        <source>The key file cannot be read, or has no Ed25519 key without a passphrase. Nothing was made.</source>
        <translation>Ni ellir darllen y ffeil allwedd, neu nid oes ynddi allwedd Ed25519 heb gyfrinymadrodd. Ni wnaed dim.</translation>
    </message>
    <message>
        <location filename="../../partner/wording.py" line="27"/>
        <source>There is no key file yet, and it could not be made. Choose another place for it.</source>
        <translation>Nid oes ffeil allwedd eto, ac ni ellid ei gwneud. Dewiswch le arall iddi.</translation>
    </message>
    <message>
        <location filename="../../partner/wording.py" line="30"/>
        <source>its name</source>
        <translation>ei henw</translation>
    </message>
    <message>
        <location filename="../../partner/wording.py" line="31"/>
        <source>what it says about itself</source>
        <translation>yr hyn y mae'n ei ddweud amdani ei hun</translation>
    </message>
    <message>
        <location filename="../../partner/wording.py" line="32"/>
        <source>the name of a way</source>
        <translation>enw ffordd</translation>
    </message>
    <message>
        <location filename="../../partner/wording.py" line="33"/>
        <source>how to reach it</source>
        <translation>sut i'w chyrraedd</translation>
    </message>
    <message>
        <location filename="../../partner/wording.py" line="34"/>
        <source>a note</source>
        <translation>nodyn</translation>
    </message>
    <message>
        <location filename="../../partner/wording.py" line="40"/>
        <source>A file has at least one way to be heard, and {most} at most.</source>
        <translation>Mae gan ffeil o leiaf un ffordd o gael eich clywed, a {most} ar y mwyaf.</translation>
    </message>
    <message>
        <location filename="../../partner/wording.py" line="45"/>
        <source>This file ran out on {day}. Please ask for a newer one.</source>
        <translation>Daeth y ffeil hon i ben ar {day}. Gofynnwch am un fwy newydd, os gwelwch yn dda.</translation>
    </message>
    <message>
        <location filename="../../partner/wording.py" line="50"/>
        <source>Too long in this file: {field}. It may have {most} letters.</source>
        <translation>Rhy hir yn y ffeil hon: {field}. Ni all fod yn fwy na {most} o lythrennau.</translation>
    </message>
    <message>
        <location filename="../../partner/wording.py" line="55"/>
        <source>Missing in this file: {field}.</source>
        <translation>Ar goll yn y ffeil hon: {field}.</translation>
    </message>
    <message>
        <location filename="../../partner/wording.py" line="60"/>
        <source>Not plain text in this file: {field}. Only letters on one line may be there.</source>
        <translation>Heb fod yn destun plaen yn y ffeil hon: {field}. Dim ond llythrennau ar un llinell a all fod yno.</translation>
    </message>
    <message>
        <location filename="../../partner/wording.py" line="65"/>
        <source>There is something like a link in this file: {field}. Only https: and tel: may be there.</source>
        <translation>Mae rhywbeth tebyg i ddolen yn y ffeil hon: {field}. Dim ond https: a tel: a all fod yno.</translation>
    </message>
    <message>
        <location filename="../../settings.py" line="21"/>
        <source>Your answers in Netcurtain could not be read, so please look through the settings again.</source>
        <translation>Ni ellid darllen eich atebion yn Netcurtain, felly edrychwch drwy'r gosodiadau eto, os gwelwch yn dda.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="8"/>
        <source>Back</source>
        <translation>Yn ôl</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="9"/>
        <source>Next</source>
        <translation>Nesaf</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="10"/>
        <source>Skip these steps</source>
        <translation>Hepgor y camau hyn</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="11"/>
        <source>Done</source>
        <translation>Wedi gorffen</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="13"/>
        <source>What Netcurtain does</source>
        <translation>Beth mae Netcurtain yn ei wneud</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="15"/>
        <source>It shows which companies a page tells about your visit.</source>
        <translation>Mae'n dangos pa gwmnïau sy'n cael gwybod gan dudalen am eich ymweliad.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="16"/>
        <source>Before a form that asks for something personal goes out, it tells you which of them are there. You can then go on without them.</source>
        <translation>Cyn i ffurflen sy'n gofyn am rywbeth personol fynd allan, mae'n dweud wrthych pa rai ohonynt sydd yno. Yna gallwch fynd ymlaen hebddynt.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="17"/>
        <source>It does not see everything, and it does not hide you from people who use this computer.</source>
        <translation>Nid yw'n gweld popeth, ac nid yw'n eich cuddio rhag pobl sy'n defnyddio'r cyfrifiadur hwn.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="19"/>
        <source>Who may notice it</source>
        <translation>Pwy all sylwi arno</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="20"/>
        <source>Anyone who uses this computer, or another device signed in to the same browser account, may see Netcurtain. If someone checks what you do, use a device they cannot reach, such as a library’s.</source>
        <translation>Gall unrhyw un sy'n defnyddio'r cyfrifiadur hwn, neu ddyfais arall sydd wedi'i mewngofnodi i'r un cyfrif porwr, weld Netcurtain. Os oes rhywun yn gwirio beth rydych yn ei wneud, defnyddiwch ddyfais na allant ei chyrraedd, fel un mewn llyfrgell.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="24"/>
        <source>You may not need a form at all.</source>
        <translation>Efallai nad oes angen ffurflen arnoch o gwbl.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="25"/>
        <source>Other ways, some without speaking</source>
        <translation>Ffyrdd eraill, rhai heb siarad</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="27"/>
        <source>Should Netcurtain remember pages after you leave them?</source>
        <translation>A ddylai Netcurtain gofio tudalennau ar ôl i chi eu gadael?</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="28"/>
        <source>Someone who finds a kept history may ask you to open it.</source>
        <translation>Efallai y bydd rhywun sy'n dod o hyd i hanes a gadwyd yn gofyn i chi ei agor.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="29"/>
        <source>No, forget them soon</source>
        <translation>Na, eu hanghofio'n fuan</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="30"/>
        <source>A site is gone ten minutes after you leave it. Nothing is written to the disk.</source>
        <translation>Mae gwefan wedi mynd ddeng munud ar ôl i chi ei gadael. Nid oes dim yn cael ei ysgrifennu ar y ddisg.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="31"/>
        <source>Until I close Netcurtain</source>
        <translation>Nes i mi gau Netcurtain</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="32"/>
        <source>You can look back under History. Nothing is written to the disk.</source>
        <translation>Gallwch edrych yn ôl o dan Hanes. Nid oes dim yn cael ei ysgrifennu ar y ddisg.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="33"/>
        <source>Only the ones I choose, behind a passphrase</source>
        <translation>Dim ond y rhai rwy'n eu dewis, y tu ôl i gyfrinymadrodd</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="34"/>
        <source>You press “Keep” on a visit. The others are gone when Netcurtain ends.</source>
        <translation>Rydych yn pwyso “Cadw” ar ymweliad. Mae'r lleill wedi mynd pan ddaw Netcurtain i ben.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="35"/>
        <source>All of them for 7 days, behind a passphrase</source>
        <translation>Pob un ohonynt am 7 diwrnod, y tu ôl i gyfrinymadrodd</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="36"/>
        <source>All of them for 30 days, behind a passphrase</source>
        <translation>Pob un ohonynt am 30 diwrnod, y tu ôl i gyfrinymadrodd</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="37"/>
        <source>Kept while the history is open. It can lock by itself when it is not used.</source>
        <translation>Yn cael eu cadw tra mae'r hanes ar agor. Gall gloi ohono'i hun pan nad yw'n cael ei ddefnyddio.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="38"/>
        <source>Without an answer: until you close Netcurtain.</source>
        <translation>Heb ateb: nes i chi gau Netcurtain.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="39"/>
        <source>What was kept until now is still here, behind your passphrase. Should it stay, locked, or be erased? Erasing takes this session too.</source>
        <translation>Mae'r hyn a gadwyd hyd yn hyn yma o hyd, y tu ôl i'ch cyfrinymadrodd. A ddylai aros, dan glo, neu gael ei ddileu? Mae dileu'n cymryd y sesiwn hon hefyd.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="42"/>
        <source>Let it stay, locked</source>
        <translation>Gadael iddo aros, dan glo</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="43"/>
        <source>Erase everything now</source>
        <translation>Dileu popeth nawr</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="44"/>
        <source>It stays, locked. Under History you can open it, or erase it, at any time. What was kept before goes after 30 days at the latest, once it is opened.</source>
        <translation>Mae'n aros, dan glo. O dan Hanes gallwch ei agor, neu ei ddileu, ar unrhyw adeg. Mae'r hyn a gadwyd o'r blaen yn mynd ar ôl 30 diwrnod fan bellaf, unwaith y bydd wedi'i agor.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="48"/>
        <source>Keep pages for 7 days? Older ones that were kept are deleted as soon as the history is open, and cannot be brought back. Those you pressed “Keep” on stay.</source>
        <translation>Cadw tudalennau am 7 diwrnod? Mae rhai hŷn a gadwyd yn cael eu dileu cyn gynted ag y bydd yr hanes ar agor, ac ni ellir eu hadfer. Mae'r rhai y gwnaethoch bwyso “Cadw” arnynt yn aros.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="52"/>
        <source>Yes, 7 days</source>
        <translation>Iawn, 7 diwrnod</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="53"/>
        <source>Leave it as it was</source>
        <translation>Ei adael fel yr oedd</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="54"/>
        <source>What is in this session stays in memory alone, but for visits you press “Keep” on.</source>
        <translation>Mae'r hyn sydd yn y sesiwn hon yn aros yn y cof yn unig, heblaw am ymweliadau rydych yn pwyso “Cadw” arnynt.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="55"/>
        <source>What was kept before goes after 30 days at the latest, but for visits you pressed “Keep” on.</source>
        <translation>Mae'r hyn a gadwyd o'r blaen yn mynd ar ôl 30 diwrnod fan bellaf, heblaw am ymweliadau y gwnaethoch bwyso “Cadw” arnynt.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="56"/>
        <source>It is locked just now: open it under History.</source>
        <translation>Mae dan glo ar hyn o bryd: agorwch ef o dan Hanes.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="58"/>
        <source>How should it work?</source>
        <translation>Sut dylai weithio?</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="59"/>
        <source>On pages where people report something or ask for help, shall we leave these companies out?</source>
        <translation>Ar dudalennau lle mae pobl yn adrodd am rywbeth neu'n gofyn am help, a ddylem adael y cwmnïau hyn allan?</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="60"/>
        <source>These are well-known companies that pages tell about a visit, such as Google, Meta (Facebook) and TikTok. Your browser leaves them out on pages of the police, the NHS, public services and many charities, even while Netcurtain is closed. Anything else is asked as usual.</source>
        <translation>Cwmnïau adnabyddus y mae tudalennau'n dweud wrthynt am ymweliad yw'r rhain, fel Google, Meta (Facebook) a TikTok. Mae eich porwr yn eu gadael allan ar dudalennau'r heddlu, y GIG, gwasanaethau cyhoeddus a llawer o elusennau, hyd yn oed tra mae Netcurtain ar gau. Gofynnir am bopeth arall fel arfer.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="65"/>
        <source>Yes, always</source>
        <translation>Iawn, bob amser</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="66"/>
        <source>Ask me each time</source>
        <translation>Gofyn i mi bob tro</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="67"/>
        <source>Start Netcurtain when you log in to this computer?</source>
        <translation>Cychwyn Netcurtain pan fyddwch yn mewngofnodi i'r cyfrifiadur hwn?</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="68"/>
        <source>Others can then see it in this computer’s list of programs that start by themselves.</source>
        <translation>Yna gall eraill ei weld yn rhestr y cyfrifiadur hwn o raglenni sy'n cychwyn ohonynt eu hunain.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="69"/>
        <source>Keep it running after you close its window?</source>
        <translation>Ei gadw i redeg ar ôl i chi gau ei ffenestr?</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="70"/>
        <source>Forms then go on being checked. To bring the window back, start Netcurtain again.</source>
        <translation>Yna mae ffurflenni'n dal i gael eu gwirio. I gael y ffenestr yn ôl, cychwynnwch Netcurtain eto.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="71"/>
        <source>Without an answer: it goes on only if this computer shows its small icon, often near the clock.</source>
        <translation>Heb ateb: dim ond os yw'r cyfrifiadur hwn yn dangos ei eicon bach, yn aml ger y cloc, y mae'n mynd ymlaen.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="72"/>
        <source>Yes</source>
        <translation>Iawn</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="73"/>
        <source>No</source>
        <translation>Na</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="75"/>
        <source>Connect your browser</source>
        <translation>Cysylltu eich porwr</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="76"/>
        <source>Connect another browser</source>
        <translation>Cysylltu porwr arall</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="77"/>
        <source>Private windows leave less behind. Netcurtain works there only if you allow it.</source>
        <translation>Mae ffenestri preifat yn gadael llai ar ôl. Dim ond os byddwch yn caniatáu hynny y mae Netcurtain yn gweithio yno.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="78"/>
        <source>Show me how</source>
        <translation>Dangos i mi sut</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="79"/>
        <source>Show less</source>
        <translation>Dangos llai</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="83"/>
        <source>Type chrome://extensions where the address goes. Beside Netcurtain press Details, then turn on Allow in Incognito.</source>
        <translation>Teipiwch chrome://extensions lle mae'r cyfeiriad yn mynd. Wrth ymyl Netcurtain pwyswch Details, yna trowch Allow in Incognito ymlaen.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="85"/>
        <source>Type edge://extensions where the address goes. Beside Netcurtain press Details, then tick Allow in InPrivate.</source>
        <translation>Teipiwch edge://extensions lle mae'r cyfeiriad yn mynd. Wrth ymyl Netcurtain pwyswch Details, yna ticiwch Allow in InPrivate.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="86"/>
        <source>Type about:addons where the address goes. Press Netcurtain, and for Run in Private Windows choose Allow.</source>
        <translation>Teipiwch about:addons lle mae'r cyfeiriad yn mynd. Pwyswch Netcurtain, ac ar gyfer Run in Private Windows dewiswch Allow.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="88"/>
        <source>What happens in private windows is never kept, whatever you have chosen.</source>
        <translation>Nid yw'r hyn sy'n digwydd mewn ffenestri preifat byth yn cael ei gadw, beth bynnag y dewisoch.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="90"/>
        <source>From now on, a site is gone from History ten minutes after you leave it. Those you left longer ago are gone now.</source>
        <translation>O hyn ymlaen, mae gwefan wedi mynd o Hanes ddeng munud ar ôl i chi ei gadael. Mae'r rhai a adawsoch yn gynt na hynny wedi mynd nawr.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="91"/>
        <source>From now on, pages stay under History until Netcurtain ends.</source>
        <translation>O hyn ymlaen, mae tudalennau'n aros o dan Hanes nes i Netcurtain ddod i ben.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="92"/>
        <source>From now on, a visit is kept once you press “Keep” on it. What you have not kept is gone when Netcurtain ends.</source>
        <translation>O hyn ymlaen, mae ymweliad yn cael ei gadw unwaith y byddwch yn pwyso “Cadw” arno. Mae'r hyn nad ydych wedi'i gadw wedi mynd pan ddaw Netcurtain i ben.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="93"/>
        <source>They are kept only while the history is open, and it locks when nobody presses anything in these windows for five minutes, unless you choose otherwise. Those you pressed “Keep” on stay longer.</source>
        <translation>Dim ond tra mae'r hanes ar agor y maent yn cael eu cadw, ac mae'n cloi pan nad oes neb wedi pwyso dim yn y ffenestri hyn am bum munud, oni bai eich bod yn dewis fel arall. Mae'r rhai y gwnaethoch bwyso “Cadw” arnynt yn aros yn hirach.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="97"/>
        <source>From now on, pages are kept for 7 days.</source>
        <translation>O hyn ymlaen, mae tudalennau'n cael eu cadw am 7 diwrnod.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="98"/>
        <source>From now on, pages are kept for 30 days.</source>
        <translation>O hyn ymlaen, mae tudalennau'n cael eu cadw am 30 diwrnod.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="99"/>
        <source>From now on, connected browsers leave them out on those pages. The button there says so, and can let them in for a visit.</source>
        <translation>O hyn ymlaen, mae porwyr sydd wedi'u cysylltu yn eu gadael allan ar y tudalennau hynny. Mae'r botwm yno'n dweud hynny, a gall eu gadael i mewn am ymweliad.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="100"/>
        <source>You are asked each time.</source>
        <translation>Gofynnir i chi bob tro.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="101"/>
        <source>Netcurtain starts the next time you log in.</source>
        <translation>Bydd Netcurtain yn cychwyn y tro nesaf y byddwch yn mewngofnodi.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="102"/>
        <source>Netcurtain does not start by itself.</source>
        <translation>Nid yw Netcurtain yn cychwyn ohono'i hun.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="103"/>
        <source>When you close the window, Netcurtain goes on. Start it again to see the window.</source>
        <translation>Pan fyddwch yn cau'r ffenestr, mae Netcurtain yn mynd ymlaen. Cychwynnwch ef eto i weld y ffenestr.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="104"/>
        <source>When you close the window, Netcurtain ends. Nothing is checked until you start it again.</source>
        <translation>Pan fyddwch yn cau'r ffenestr, mae Netcurtain yn dod i ben. Nid oes dim yn cael ei wirio nes i chi ei gychwyn eto.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="105"/>
        <source>This could not be arranged on this computer. Nothing has changed.</source>
        <translation>Ni ellid trefnu hyn ar y cyfrifiadur hwn. Nid oes dim wedi newid.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/wording.py" line="117"/>
        <source>Step {number} of {all}</source>
        <translation>Cam {number} o {all}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/first_run/wording.py" line="122"/>
        <source>{browsers} are connected.</source>
        <extracomment>Of one: {browsers} is connected.</extracomment>
        <translation>
            <numerusform>Mae {browsers} wedi'u cysylltu.</numerusform>
            <numerusform>Mae {browsers} wedi'i gysylltu.</numerusform>
            <numerusform>Mae {browsers} wedi'u cysylltu.</numerusform>
            <numerusform>Mae {browsers} wedi'u cysylltu.</numerusform>
            <numerusform>Mae {browsers} wedi'u cysylltu.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="12"/>
        <source>History is locked</source>
        <translation>Mae'r hanes dan glo</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="13"/>
        <source>Type your passphrase to open it. While it is locked, nothing new is kept.</source>
        <translation>Teipiwch eich cyfrinymadrodd i'w agor. Tra mae dan glo, nid oes dim newydd yn cael ei gadw.</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="14"/>
        <source>Open what was kept</source>
        <translation>Agor yr hyn a gadwyd</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="15"/>
        <source>Back to this session</source>
        <translation>Yn ôl i'r sesiwn hon</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="17"/>
        <source>kept</source>
        <translation>ar gadw</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="18"/>
        <source>Keep</source>
        <translation>Cadw</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="19"/>
        <source>This visit then stays, behind your passphrase, until you forget it.</source>
        <translation>Mae'r ymweliad hwn wedyn yn aros, y tu ôl i'ch cyfrinymadrodd, nes i chi ei anghofio.</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="20"/>
        <source>You keep this visit. It stays, behind your passphrase, until you forget it.</source>
        <translation>Rydych yn cadw'r ymweliad hwn. Mae'n aros, y tu ôl i'ch cyfrinymadrodd, nes i chi ei anghofio.</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="21"/>
        <source>This visit could not be kept. The line at the top says why.</source>
        <translation>Ni ellid cadw'r ymweliad hwn. Mae'r llinell ar y brig yn dweud pam.</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="23"/>
        <source>Forget more…</source>
        <translation>Anghofio mwy…</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="24"/>
        <source>Every visit of the last hour</source>
        <translation>Pob ymweliad yn ystod yr awr ddiwethaf</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="25"/>
        <source>Every visit of today</source>
        <translation>Pob ymweliad heddiw</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="26"/>
        <source>Everything</source>
        <translation>Popeth</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="27"/>
        <source>Forget it</source>
        <translation>Ei anghofio</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="28"/>
        <source>Forget them</source>
        <translation>Eu hanghofio</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="29"/>
        <source>Leave them as they are</source>
        <translation>Eu gadael fel y maent</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="31"/>
        <source>Just a moment.</source>
        <translation>Arhoswch eiliad.</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="33"/>
        <source>Which visits are listed, and how</source>
        <translation>Pa ymweliadau sy'n cael eu rhestru, a sut</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="34"/>
        <source>Kept</source>
        <translation>Wedi'u cadw</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="35"/>
        <source>By day</source>
        <translation>Yn ôl dydd</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="36"/>
        <source>By site</source>
        <translation>Yn ôl gwefan</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="37"/>
        <source>Choose which</source>
        <translation>Dewis pa rai</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="38"/>
        <source>Opens or closes ways to see fewer visits.</source>
        <translation>Yn agor neu'n cau ffyrdd o weld llai o ymweliadau.</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="39"/>
        <source>Personal form</source>
        <translation>Ffurflen bersonol</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="40"/>
        <source>Shows only visits where a form asked for something personal.</source>
        <translation>Yn dangos dim ond ymweliadau lle gofynnodd ffurflen am rywbeth personol.</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="41"/>
        <source>Companies told</source>
        <translation>Cwmnïau a gafodd wybod</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="42"/>
        <source>Shows only visits where a company was told something.</source>
        <translation>Yn dangos dim ond ymweliadau lle cafodd cwmni wybod rhywbeth.</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="43"/>
        <source>Any company</source>
        <translation>Unrhyw gwmni</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="44"/>
        <source>Shows only visits where the company that you pick was seen.</source>
        <translation>Yn dangos dim ond ymweliadau lle gwelwyd y cwmni rydych yn ei ddewis.</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="45"/>
        <source>Show all visits</source>
        <translation>Dangos pob ymweliad</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="46"/>
        <source>Nothing fits.</source>
        <translation>Nid oes dim yn cyfateb.</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="47"/>
        <source>No visit fits all that was asked for. “Show all visits” takes it back.</source>
        <translation>Nid oes ymweliad yn cyfateb i bopeth y gofynnwyd amdano. Mae “Dangos pob ymweliad” yn tynnu hynny'n ôl.</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="48"/>
        <source>You keep no visit.</source>
        <translation>Nid ydych yn cadw unrhyw ymweliad.</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="49"/>
        <source>Open a visit by day or by site, and press “Keep”.</source>
        <translation>Agorwch ymweliad yn ôl dydd neu yn ôl gwefan, a phwyswch “Cadw”.</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="50"/>
        <source>Back to the list</source>
        <translation>Yn ôl i'r rhestr</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="52"/>
        <source>Save a copy…</source>
        <translation>Cadw copi…</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="53"/>
        <source>Makes a file of this visit that you can give to somebody.</source>
        <translation>Yn gwneud ffeil o'r ymweliad hwn y gallwch ei rhoi i rywun.</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="54"/>
        <source>What we could not see</source>
        <translation>Yr hyn na allem ei weld</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="56"/>
        <source>opened</source>
        <translation>agorwyd</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="57"/>
        <source>form</source>
        <translation>ffurflen</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="58"/>
        <source>cookie choice</source>
        <translation>dewis cwcis</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="59"/>
        <source>told</source>
        <translation>dywedwyd</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="62"/>
        <source>form sent</source>
        <translation>anfonwyd ffurflen</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="65"/>
        <source>No question about cookies was seen here</source>
        <translation>Ni welwyd cwestiwn am gwcis yma</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="66"/>
        <source>Before any choice about cookies</source>
        <translation>Cyn unrhyw ddewis am gwcis</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="67"/>
        <source>After cookies were refused</source>
        <translation>Ar ôl i gwcis gael eu gwrthod</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="68"/>
        <source>After cookies were accepted</source>
        <translation>Ar ôl i gwcis gael eu derbyn</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="72"/>
        <source>Has this site changed?</source>
        <translation>A yw'r wefan hon wedi newid?</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="73"/>
        <source>Back to the visit</source>
        <translation>Yn ôl i'r ymweliad</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="74"/>
        <source>Picks the visit that this one is compared with.</source>
        <translation>Yn dewis yr ymweliad y mae hwn yn cael ei gymharu ag ef.</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="75"/>
        <source>This is the only visit to this site here, so there is nothing to compare it with.</source>
        <translation>Dyma'r unig ymweliad â'r wefan hon yma, felly nid oes dim i'w gymharu ag ef.</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="76"/>
        <source>One of these visits is no longer here.</source>
        <translation>Nid yw un o'r ymweliadau hyn yma mwyach.</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="77"/>
        <source>By what we saw, nothing has changed. We cannot see everything.</source>
        <translation>Yn ôl yr hyn a welsom, nid oes dim wedi newid. Ni allwn weld popeth.</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="79"/>
        <source>Not all of it was seen from its start.</source>
        <translation>Ni welwyd y cyfan ohono o'r dechrau.</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="80"/>
        <source>For some of the time, nothing was taken in.</source>
        <translation>Am ran o'r amser, ni chymerwyd dim i mewn.</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="82"/>
        <source>It was not written down which lists both visits were checked with.</source>
        <translation>Nid yw wedi'i nodi pa restrau a ddefnyddiwyd i wirio'r ddau ymweliad.</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="83"/>
        <source>The two visits were checked with different lists.</source>
        <translation>Gwiriwyd y ddau ymweliad gyda rhestrau gwahanol.</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="84"/>
        <source>Not the same pages of the site were looked at.</source>
        <translation>Nid yr un tudalennau o'r wefan a welwyd.</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="85"/>
        <source>The question about cookies did not stand the same way on both visits.</source>
        <translation>Nid oedd y cwestiwn am gwcis yn sefyll yr un fath ar y ddau ymweliad.</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="86"/>
        <source>On one of the visits, something was stopped before it went out.</source>
        <translation>Ar un o'r ymweliadau, cafodd rhywbeth ei atal cyn iddo fynd allan.</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="87"/>
        <source>For one of the visits it was kept who was told something, but not what kind of thing.</source>
        <translation>Ar gyfer un o'r ymweliadau, cadwyd pwy gafodd wybod rhywbeth, ond nid pa fath o beth.</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="89"/>
        <source>So what looks like a change may not be one, and a change may not show.</source>
        <translation>Felly efallai nad yw'r hyn sy'n edrych fel newid yn newid, ac efallai nad yw newid i'w weld.</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="90"/>
        <source>On the older visit:</source>
        <translation>Ar yr ymweliad hŷn:</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="91"/>
        <source>On the newer visit:</source>
        <translation>Ar yr ymweliad mwy newydd:</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="93"/>
        <source>{company} was seen on the newer visit only.</source>
        <translation>Ar yr ymweliad mwy newydd yn unig y gwelwyd {company}.</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="94"/>
        <source>{company} was seen on the older visit only.</source>
        <translation>Ar yr ymweliad hŷn yn unig y gwelwyd {company}.</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="95"/>
        <source>{company} was told more on the newer visit.</source>
        <translation>Cafodd {company} wybod mwy ar yr ymweliad mwy newydd.</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="96"/>
        <source>{company} was told less on the newer visit.</source>
        <translation>Cafodd {company} wybod llai ar yr ymweliad mwy newydd.</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="97"/>
        <source>On the newer visit, the site tried to tell {company} more.</source>
        <translation>Ar yr ymweliad mwy newydd, ceisiodd y wefan ddweud mwy wrth {company}.</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="98"/>
        <source>On the newer visit, the site tried to tell {company} less.</source>
        <translation>Ar yr ymweliad mwy newydd, ceisiodd y wefan ddweud llai wrth {company}.</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="99"/>
        <source>Nothing about {company} changed.</source>
        <translation>Ni newidiodd dim am {company}.</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="102"/>
        <source>Stop</source>
        <translation>Stopio</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="103"/>
        <source>Stops forgetting. What is forgotten by now stays forgotten.</source>
        <translation>Yn stopio anghofio. Mae'r hyn a anghofiwyd erbyn hyn yn aros felly.</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="104"/>
        <source>Forgetting…</source>
        <translation>Yn anghofio…</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="105"/>
        <source>Stopped. Some of it is forgotten, the rest is still here.</source>
        <translation>Wedi stopio. Mae peth ohono wedi'i anghofio, ac mae'r gweddill yma o hyd.</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="110"/>
        <source>Choose which: {count} in use</source>
        <translation>Dewis pa rai: {count} ar waith</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="115"/>
        <source>Company: {company}</source>
        <translation>Cwmni: {company}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/history/wording.py" line="120"/>
        <source>{count} more moments are not listed here.</source>
        <extracomment>Of one: {count} more moment is not listed here.</extracomment>
        <translation>
            <numerusform>Nid yw {count} moment arall yn cael eu rhestru yma.</numerusform>
            <numerusform>Nid yw un foment arall yn cael ei rhestru yma.</numerusform>
            <numerusform>Nid yw {count} moment arall yn cael eu rhestru yma.</numerusform>
            <numerusform>Nid yw {count} moment arall yn cael eu rhestru yma.</numerusform>
            <numerusform>Nid yw {count} moment arall yn cael eu rhestru yma.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/history/wording.py" line="125"/>
        <source>{count} more requests are not listed here.</source>
        <extracomment>Of one: {count} more request is not listed here.</extracomment>
        <translation>
            <numerusform>Nid yw {count} cais arall yn cael eu rhestru yma.</numerusform>
            <numerusform>Nid yw un cais arall yn cael ei restru yma.</numerusform>
            <numerusform>Nid yw {count} cais arall yn cael eu rhestru yma.</numerusform>
            <numerusform>Nid yw {count} cais arall yn cael eu rhestru yma.</numerusform>
            <numerusform>Nid yw {count} cais arall yn cael eu rhestru yma.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="130"/>
        <source>Nothing was taken in from {since} until {until}. Netcurtain was not running, or the history was locked.</source>
        <translation>Ni chymerwyd dim i mewn o {since} tan {until}. Nid oedd Netcurtain yn rhedeg, neu roedd yr hanes dan glo.</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="137"/>
        <source>Checked with {lists}</source>
        <translation>Gwiriwyd yn erbyn {lists}</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="142"/>
        <source>Has {site} changed?</source>
        <translation>A yw {site} wedi newid?</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="147"/>
        <source>Between the visit of {older} and the one of {newer}.</source>
        <translation>Rhwng ymweliad {older} ac ymweliad {newer}.</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="152"/>
        <source>Compared with: {when}</source>
        <translation>O'i gymharu â: {when}</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="162"/>
        <source>Forgetting: {percent} % is done.</source>
        <translation>Anghofio: mae {percent} % wedi'i wneud.</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="167"/>
        <source>Every visit of {day}</source>
        <translation>Pob ymweliad ar {day}</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="172"/>
        <source>Forget this visit to {site}? It is kept, and cannot be brought back.</source>
        <translation>Anghofio'r ymweliad hwn â {site}? Mae wedi'i gadw, ac ni ellir ei adfer.</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="177"/>
        <source>Forget every visit to {site}, also those you keep? They cannot be brought back.</source>
        <translation>Anghofio pob ymweliad â {site}, hyd yn oed y rhai rydych yn eu cadw? Ni ellir eu hadfer.</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="182"/>
        <source>Forget {what}? Kept visits go too, and any that began before or went on after. It cannot be undone.</source>
        <translation>Anghofio {what}? Mae ymweliadau a gadwyd yn mynd hefyd, ac unrhyw rai a ddechreuodd cyn hynny neu a aeth ymlaen wedyn. Ni ellir dadwneud hyn.</translation>
    </message>
    <message>
        <location filename="../../ui/history/wording.py" line="191"/>
        <source>Nothing was kept until {when}.</source>
        <translation>Ni chadwyd dim tan {when}.</translation>
    </message>
    <message>
        <location filename="../../ui/now/model.py" line="39"/>
        <source>address</source>
        <translation>cyfeiriad</translation>
    </message>
    <message>
        <location filename="../../ui/now/model.py" line="40"/>
        <source>title</source>
        <translation>teitl</translation>
    </message>
    <message>
        <location filename="../../ui/now/model.py" line="42"/>
        <source>what was pressed</source>
        <translation>yr hyn a bwyswyd</translation>
    </message>
    <message>
        <location filename="../../ui/now/model.py" line="43"/>
        <source>which questions</source>
        <translation>pa gwestiynau</translation>
    </message>
    <message>
        <location filename="../../ui/now/model.py" line="44"/>
        <source>who you are</source>
        <translation>pwy ydych chi</translation>
    </message>
    <message>
        <location filename="../../ui/now/model.py" line="45"/>
        <source>an account code</source>
        <translation>cod cyfrif</translation>
    </message>
    <message>
        <location filename="../../ui/now/model.py" line="46"/>
        <source>what you wrote</source>
        <translation>yr hyn a ysgrifennoch chi</translation>
    </message>
    <message>
        <location filename="../../ui/now/wording.py" line="6"/>
        <source>Picture</source>
        <translation>Llun</translation>
    </message>
    <message>
        <location filename="../../ui/now/wording.py" line="7"/>
        <source>Shows who was told what as a list</source>
        <translation>Yn dangos pwy a gafodd wybod beth fel rhestr</translation>
    </message>
    <message>
        <location filename="../../ui/now/wording.py" line="8"/>
        <source>Shows who was told what as a picture</source>
        <translation>Yn dangos pwy a gafodd wybod beth fel llun</translation>
    </message>
    <message>
        <location filename="../../ui/now/wording.py" line="9"/>
        <source>This page</source>
        <translation>Y dudalen hon</translation>
    </message>
    <message>
        <location filename="../../ui/now/wording.py" line="10"/>
        <source>There is not enough room for the picture here. The list says the same.</source>
        <translation>Nid oes digon o le i'r llun yma. Mae'r rhestr yn dweud yr un peth.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/now/wording.py" line="15"/>
        <source>and {count} more, in the list</source>
        <extracomment>Of one: and {count} more, in the list</extracomment>
        <translation>
            <numerusform>a {count} arall, yn y rhestr</numerusform>
            <numerusform>ac un arall, yn y rhestr</numerusform>
            <numerusform>a {count} arall, yn y rhestr</numerusform>
            <numerusform>a {count} arall, yn y rhestr</numerusform>
            <numerusform>a {count} arall, yn y rhestr</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="8"/>
        <source>Other ways</source>
        <translation>Ffyrdd eraill</translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="9"/>
        <source>People who take reports, help or listen.</source>
        <translation>Pobl sy'n cymryd adroddiadau, yn helpu neu'n gwrando. Mae'r rhan fwyaf o'r hyn a ddywedir amdanynt yn Saesneg, fel y mae ar dudalennau cyhoeddus.</translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="10"/>
        <source>Nothing here opens or calls by itself.</source>
        <translation>Nid oes dim yma'n agor nac yn galw ohono'i hun.</translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="12"/>
        <source>Their own websites may tell companies about a visit too. So the number comes first here.</source>
        <translation>Gall eu gwefannau eu hunain ddweud wrth gwmnïau am ymweliad hefyd. Felly'r rhif sy'n dod gyntaf yma.</translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="13"/>
        <source>We took these from copies of public pages on 24 November 2026. Nobody has rung them for us. If one does not answer, it may have changed.</source>
        <translation>Cawsom y rhain o gopïau o dudalennau cyhoeddus ar 24 Tachwedd 2026. Nid oes neb wedi'u ffonio ar ein rhan. Os nad yw un yn ateb, efallai ei fod wedi newid.</translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="18"/>
        <source>What it is about</source>
        <translation>Am beth mae</translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="19"/>
        <source>Where</source>
        <translation>Ble</translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="20"/>
        <source>Only ways without speaking</source>
        <translation>Dim ond ffyrdd heb siarad</translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="22"/>
        <source>Anything</source>
        <translation>Unrhyw beth</translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="24"/>
        <source>A crime</source>
        <translation>Trosedd</translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="25"/>
        <source>Rape or sexual abuse</source>
        <translation>Treisio neu gam-drin rhywiol</translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="26"/>
        <source>Abuse at home or by a partner</source>
        <translation>Cam-drin gartref neu gan bartner</translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="27"/>
        <source>A hate crime</source>
        <translation>Trosedd casineb</translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="28"/>
        <source>Forced work or slavery</source>
        <translation>Gwaith dan orfod neu gaethwasiaeth</translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="29"/>
        <source>A child or adult at risk</source>
        <translation>Plentyn neu oedolyn mewn perygl</translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="30"/>
        <source>Feelings and mental health</source>
        <translation>Teimladau ac iechyd meddwl</translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="31"/>
        <source>Health</source>
        <translation>Iechyd</translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="32"/>
        <source>Sexual health</source>
        <translation>Iechyd rhywiol</translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="33"/>
        <source>Pregnancy and contraception</source>
        <translation>Beichiogrwydd ac atal cenhedlu</translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="34"/>
        <source>Drugs, drink or gambling</source>
        <translation>Cyffuriau, alcohol neu gamblo</translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="35"/>
        <source>Disability</source>
        <translation>Anabledd</translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="36"/>
        <source>Money or fraud</source>
        <translation>Arian neu dwyll</translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="37"/>
        <source>Benefits</source>
        <translation>Budd-daliadau</translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="38"/>
        <source>Immigration or asylum</source>
        <translation>Mewnfudo neu loches</translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="39"/>
        <source>A legal matter</source>
        <translation>Mater cyfreithiol</translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="40"/>
        <source>Something wrong at work</source>
        <translation>Rhywbeth o'i le yn y gwaith</translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="41"/>
        <source>A criminal record</source>
        <translation>Cofnod troseddol</translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="42"/>
        <source>Passports and other papers</source>
        <translation>Pasbortau a phapurau eraill</translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="43"/>
        <source>Ethnic background</source>
        <translation>Cefndir ethnig</translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="44"/>
        <source>Religion or belief</source>
        <translation>Crefydd neu gred</translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="45"/>
        <source>Sexuality or gender</source>
        <translation>Rhywioldeb neu rywedd</translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="46"/>
        <source>Politics or a trade union</source>
        <translation>Gwleidyddiaeth neu undeb llafur</translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="50"/>
        <source>All of the UK</source>
        <translation>Y DU i gyd</translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="53"/>
        <source>In an emergency</source>
        <translation>Mewn argyfwng</translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="54"/>
        <source>Others that may help</source>
        <translation>Eraill a all helpu</translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="55"/>
        <source>Everyone we know of</source>
        <translation>Pawb rydym yn gwybod amdanynt</translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="56"/>
        <source>We know of nobody for this alone.</source>
        <translation>Nid ydym yn gwybod am neb ar gyfer hyn yn unig.</translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="57"/>
        <source>We know of no way without speaking for this alone.</source>
        <translation>Nid ydym yn gwybod am ffordd heb siarad ar gyfer hyn yn unig.</translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="59"/>
        <source>No number to call</source>
        <translation>Dim rhif i'w ffonio</translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="60"/>
        <source>Show fewer ways</source>
        <translation>Dangos llai o ffyrdd</translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="61"/>
        <source>Copy number</source>
        <translation>Copïo'r rhif</translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="62"/>
        <source>Copied</source>
        <translation>Wedi'i gopïo</translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="63"/>
        <source>Copy</source>
        <translation>Copïo</translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="64"/>
        <source>These words are theirs. Netcurtain has not looked into them.</source>
        <translation>Eu geiriau nhw yw'r rhain. Nid yw Netcurtain wedi'u gwirio.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/other_ways/wording.py" line="69"/>
        <source>{number} more ways to reach 999, without speaking</source>
        <extracomment>Of one: {number} more way to reach 999, without speaking</extracomment>
        <translation>
            <numerusform>Ffyrdd eraill o gyrraedd 999, heb siarad: {count}</numerusform>
            <numerusform>Un ffordd arall o gyrraedd 999, heb siarad</numerusform>
            <numerusform>Ffyrdd eraill o gyrraedd 999, heb siarad: {count}</numerusform>
            <numerusform>Ffyrdd eraill o gyrraedd 999, heb siarad: {count}</numerusform>
            <numerusform>Ffyrdd eraill o gyrraedd 999, heb siarad: {count}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="80"/>
        <source>Copy the number of {name}</source>
        <translation>Copïo rhif {name}</translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="85"/>
        <source>Copied the number of {name}</source>
        <translation>Rhif {name} wedi'i gopïo</translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="90"/>
        <source>From {name}</source>
        <translation>Gan {name}</translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="95"/>
        <source>Copy how to reach {way}</source>
        <translation>Copïo sut i gyrraedd {way}</translation>
    </message>
    <message>
        <location filename="../../ui/other_ways/wording.py" line="100"/>
        <source>Copied how to reach {way}</source>
        <translation>Wedi copïo sut i gyrraedd {way}</translation>
    </message>
    <message>
        <location filename="../../ui/passphrase/wording.py" line="6"/>
        <source>Passphrase</source>
        <translation>Cyfrinymadrodd</translation>
    </message>
    <message>
        <location filename="../../ui/passphrase/wording.py" line="7"/>
        <source>New passphrase</source>
        <translation>Cyfrinymadrodd newydd</translation>
    </message>
    <message>
        <location filename="../../ui/passphrase/wording.py" line="8"/>
        <source>The same once more</source>
        <translation>Yr un peth unwaith eto</translation>
    </message>
    <message>
        <location filename="../../ui/passphrase/wording.py" line="9"/>
        <source>Your passphrase now</source>
        <translation>Eich cyfrinymadrodd nawr</translation>
    </message>
    <message>
        <location filename="../../ui/passphrase/wording.py" line="10"/>
        <source>Show what I type</source>
        <translation>Dangos yr hyn rwy'n ei deipio</translation>
    </message>
    <message>
        <location filename="../../ui/passphrase/wording.py" line="11"/>
        <source>Cover what I type</source>
        <translation>Cuddio'r hyn rwy'n ei deipio</translation>
    </message>
    <message>
        <location filename="../../ui/passphrase/wording.py" line="12"/>
        <source>At least eight characters. Four or five words that do not belong together are good, and easy to remember.</source>
        <translation>O leiaf wyth nod. Mae pedwar neu bum gair nad ydynt yn perthyn i'w gilydd yn dda, ac yn hawdd eu cofio.</translation>
    </message>
    <message>
        <location filename="../../ui/passphrase/wording.py" line="14"/>
        <source>Make a passphrase</source>
        <translation>Gwneud cyfrinymadrodd</translation>
    </message>
    <message>
        <location filename="../../ui/passphrase/wording.py" line="15"/>
        <source>If you forget the passphrase, nobody can open what is kept.</source>
        <translation>Os anghofiwch y cyfrinymadrodd, ni all neb agor yr hyn sy'n cael ei gadw.</translation>
    </message>
    <message>
        <location filename="../../ui/passphrase/wording.py" line="16"/>
        <source>Someone who finds it may ask you to open it.</source>
        <translation>Efallai y bydd rhywun sy'n dod o hyd iddo yn gofyn i chi ei agor.</translation>
    </message>
    <message>
        <location filename="../../ui/passphrase/wording.py" line="17"/>
        <source>Start keeping</source>
        <translation>Dechrau cadw</translation>
    </message>
    <message>
        <location filename="../../ui/passphrase/wording.py" line="18"/>
        <source>Not now</source>
        <translation>Ddim nawr</translation>
    </message>
    <message>
        <location filename="../../ui/passphrase/wording.py" line="19"/>
        <source>Nothing is kept yet. Make the passphrase first, or press “Not now”.</source>
        <translation>Nid oes dim yn cael ei gadw eto. Gwnewch y cyfrinymadrodd yn gyntaf, neu pwyswch “Ddim nawr”.</translation>
    </message>
    <message>
        <location filename="../../ui/passphrase/wording.py" line="21"/>
        <source>Open</source>
        <translation>Agor</translation>
    </message>
    <message>
        <location filename="../../ui/passphrase/wording.py" line="22"/>
        <source>Change it</source>
        <translation>Ei newid</translation>
    </message>
    <message>
        <location filename="../../ui/passphrase/wording.py" line="23"/>
        <source>Cancel</source>
        <translation>Canslo</translation>
    </message>
    <message>
        <location filename="../../ui/passphrase/wording.py" line="24"/>
        <source>The history has the new passphrase now. The one before does not open it any more.</source>
        <translation>Mae gan yr hanes y cyfrinymadrodd newydd nawr. Nid yw'r un blaenorol yn ei agor mwyach.</translation>
    </message>
    <message>
        <location filename="../../ui/passphrase/wording.py" line="26"/>
        <source>The two are not the same. Please type them again.</source>
        <translation>Nid yw'r ddau yr un fath. Teipiwch nhw eto, os gwelwch yn dda.</translation>
    </message>
    <message>
        <location filename="../../ui/passphrase/wording.py" line="27"/>
        <source>Please type the passphrase.</source>
        <translation>Teipiwch y cyfrinymadrodd, os gwelwch yn dda.</translation>
    </message>
    <message>
        <location filename="../../ui/passphrase/wording.py" line="29"/>
        <source>That did not open it. Nothing has changed.</source>
        <translation>Nid agorodd hynny ef. Nid oes dim wedi newid.</translation>
    </message>
    <message>
        <location filename="../../ui/passphrase/wording.py" line="30"/>
        <source>You can try again now.</source>
        <translation>Gallwch roi cynnig arall arni nawr.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/passphrase/wording.py" line="35"/>
        <source>You can try again in {number} seconds.</source>
        <extracomment>Of one: You can try again in {number} second.</extracomment>
        <translation>
            <numerusform>Gallwch roi cynnig arall arni mewn {count} eiliad.</numerusform>
            <numerusform>Gallwch roi cynnig arall arni mewn {count} eiliad.</numerusform>
            <numerusform>Gallwch roi cynnig arall arni mewn {count} eiliad.</numerusform>
            <numerusform>Gallwch roi cynnig arall arni mewn {count} eiliad.</numerusform>
            <numerusform>Gallwch roi cynnig arall arni mewn {count} eiliad.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="9"/>
        <source>Save a copy</source>
        <translation>Cadw copi</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="10"/>
        <source>A copy is a file with what this page told others, in words and as data. You can keep it, or give it to somebody who can help. The times in it show which time zone this computer is set to.</source>
        <translation>Ffeil yw copi â'r hyn a ddywedodd y dudalen hon wrth eraill, mewn geiriau ac fel data. Gallwch ei gadw, neu ei roi i rywun a all helpu. Mae'r amserau ynddo'n dangos ar ba gylchfa amser y mae'r cyfrifiadur hwn wedi'i osod.</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="15"/>
        <source>This page is still open, so the copy can show each request.</source>
        <translation>Mae'r dudalen hon yn dal ar agor, felly gall y copi ddangos pob cais.</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="16"/>
        <source>The page was left. The copy says who was told what, not the requests themselves.</source>
        <translation>Gadawyd y dudalen. Mae'r copi'n dweud pwy a gafodd wybod beth, nid y ceisiadau eu hunain.</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="19"/>
        <source>This visit is no longer here, so there is nothing to copy.</source>
        <translation>Nid yw'r ymweliad hwn yma mwyach, felly nid oes dim i'w gopïo.</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="21"/>
        <source>Who is it for?</source>
        <translation>I bwy mae?</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="22"/>
        <source>The organisation whose site it is</source>
        <translation>Y sefydliad biau'r wefan</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="23"/>
        <source>Without a name, words of buttons or numbers for this browser, unless you turn them on.</source>
        <translation>Heb enw, geiriau botymau na rhifau ar gyfer y porwr hwn, oni bai eich bod yn eu troi ymlaen.</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="24"/>
        <source>A solicitor, or somebody else you trust</source>
        <translation>Cyfreithiwr, neu rywun arall rydych yn ymddiried ynddo</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="25"/>
        <source>Words of buttons and numbers for this browser can be in it. It opens only with a passphrase.</source>
        <translation>Gall geiriau botymau a rhifau ar gyfer y porwr hwn fod ynddo. Dim ond â chyfrinymadrodd y mae'n agor.</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="26"/>
        <source>Please choose who it is for.</source>
        <translation>Dewiswch i bwy mae, os gwelwch yn dda.</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="28"/>
        <source>What shall be in it?</source>
        <translation>Beth ddylai fod ynddo?</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="29"/>
        <source>This visit</source>
        <translation>Yr ymweliad hwn</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="30"/>
        <source>As far as Netcurtain still knows of them. Of pages that were left, it says who was told what.</source>
        <translation>Hyd y mae Netcurtain yn dal i wybod amdanynt. Am dudalennau a adawyd, mae'n dweud pwy a gafodd wybod beth.</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="32"/>
        <source>Only if you want it in the copy:</source>
        <translation>Dim ond os ydych am ei gael yn y copi:</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="33"/>
        <source>Words of buttons</source>
        <translation>Geiriau botymau</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="34"/>
        <source>They can show what you were about to do.</source>
        <translation>Gallant ddangos yr hyn yr oeddech ar fin ei wneud.</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="35"/>
        <source>Numbers that stand for this browser</source>
        <translation>Rhifau sy'n sefyll dros y porwr hwn</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="36"/>
        <source>With them, the organisation and these companies can find what they hold. They can also tell it was you.</source>
        <translation>Gyda nhw, gall y sefydliad a'r cwmnïau hyn ddod o hyd i'r hyn sydd ganddynt. Gallant hefyd weld mai chi oedd yno.</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="37"/>
        <source>A name</source>
        <translation>Enw</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="38"/>
        <source>It is printed on the copy.</source>
        <translation>Mae'n cael ei argraffu ar y copi.</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="39"/>
        <source>The name to print</source>
        <translation>Yr enw i'w argraffu</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="40"/>
        <source>Please type the name, or turn “A name” off.</source>
        <translation>Teipiwch yr enw, neu trowch “Enw” i ffwrdd, os gwelwch yn dda.</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="42"/>
        <source>Passphrase for this copy</source>
        <translation>Cyfrinymadrodd ar gyfer y copi hwn</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="43"/>
        <source>Tell it to them another way than by e-mail, such as on the telephone.</source>
        <translation>Dywedwch ef wrthynt mewn ffordd arall nag e-bost, er enghraifft dros y ffôn.</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="44"/>
        <source>Netcurtain does not keep it. Without it nobody can open the copy, not even us.</source>
        <translation>Nid yw Netcurtain yn ei gadw. Hebddo ni all neb agor y copi, dim hyd yn oed ni.</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="45"/>
        <source>This is longer than such a file can take. Please use a shorter passphrase.</source>
        <translation>Mae hyn yn hirach nag y gall ffeil o'r fath ei gymryd. Defnyddiwch gyfrinymadrodd byrrach, os gwelwch yn dda.</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="47"/>
        <source>Where it is saved</source>
        <translation>Ble mae'n cael ei gadw</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="48"/>
        <source>Others who use this computer may see the file. A USB stick, or a device that they cannot reach, is better. This computer may also list it among the files used last.</source>
        <translation>Gall eraill sy'n defnyddio'r cyfrifiadur hwn weld y ffeil. Mae cof bach USB, neu ddyfais na allant ei chyrraedd, yn well. Efallai y bydd y cyfrifiadur hwn hefyd yn ei rhestru ymysg y ffeiliau a ddefnyddiwyd ddiwethaf.</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="52"/>
        <source>Choose where to save it</source>
        <translation>Dewis ble i'w gadw</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="53"/>
        <source>Another place</source>
        <translation>Dewis lle arall</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="54"/>
        <source>Save it there</source>
        <translation>Ei gadw yno</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="55"/>
        <source>Others may be able to open the folder you chose.</source>
        <translation>Efallai y gall eraill agor y ffolder a ddewisoch.</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="56"/>
        <source>Do you want it saved there?</source>
        <translation>Ydych chi am ei gadw yno?</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="57"/>
        <source>A file of that name is there already. Please choose another name.</source>
        <translation>Mae ffeil o'r enw hwnnw yno eisoes. Dewiswch enw arall, os gwelwch yn dda.</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="59"/>
        <source>Saving the copy</source>
        <translation>Yn cadw'r copi</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="61"/>
        <source>Reading what Netcurtain knows of it.</source>
        <translation>Yn darllen yr hyn y mae Netcurtain yn ei wybod amdano.</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="62"/>
        <source>Drawing the pages.</source>
        <translation>Yn llunio'r tudalennau.</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="63"/>
        <source>Writing the file.</source>
        <translation>Yn ysgrifennu'r ffeil.</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="66"/>
        <source>Stopping. Nothing of it will be left.</source>
        <translation>Yn stopio. Ni fydd dim ohono ar ôl.</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="68"/>
        <source>The copy is saved</source>
        <translation>Mae'r copi wedi'i gadw</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="69"/>
        <source>No copy was saved</source>
        <translation>Ni chadwyd copi</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="70"/>
        <source>You stopped it</source>
        <translation>Gwnaethoch ei stopio</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="71"/>
        <source>Nothing was written.</source>
        <translation>Ni ysgrifennwyd dim.</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="72"/>
        <source>You will find it here:</source>
        <translation>Bydd i'w gael yma:</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="73"/>
        <source>Netcurtain does not open it for you: the program that shows it may list it afterwards. Deleting it is up to you as well.</source>
        <translation>Nid yw Netcurtain yn ei agor i chi: gallai'r rhaglen sy'n ei ddangos ei restru wedyn. Eich dewis chi yw ei ddileu hefyd.</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="74"/>
        <source>Write a letter to them</source>
        <translation>Ysgrifennu llythyr atynt</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="77"/>
        <source>Close</source>
        <translation>Cau</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="79"/>
        <source>A letter to the organisation</source>
        <translation>Llythyr at y sefydliad</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="80"/>
        <source>These are words to start from. Change what you like. Netcurtain does not send it and does not keep it: copy it, or save it. Once this window closes, it is gone. It closes by itself when Netcurtain is hidden or locks what is kept.</source>
        <translation>Geiriau i ddechrau ohonynt yw'r rhain. Newidiwch yr hyn a fynnwch. Nid yw Netcurtain yn ei anfon nac yn ei gadw: copïwch ef, neu cadwch ef. Unwaith y bydd y ffenestr hon yn cau, mae wedi mynd. Mae'n cau ohoni ei hun pan fydd Netcurtain yn cael ei guddio neu'n cloi'r hyn sydd wedi'i gadw.</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="84"/>
        <source>Your letter</source>
        <translation>Eich llythyr</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="85"/>
        <source>This visit is no longer here, so there is nothing to start a letter from.</source>
        <translation>Nid yw'r ymweliad hwn yma mwyach, felly nid oes dim i ddechrau llythyr ohono.</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="86"/>
        <source>No blanks are left.</source>
        <translation>Nid oes bylchau ar ôl.</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="87"/>
        <source>Go to the next blank</source>
        <translation>Mynd i'r bwlch nesaf</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="88"/>
        <source>Copy the text</source>
        <translation>Copïo'r testun</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="89"/>
        <source>Copied. You can paste it now. It is taken back when this window closes.</source>
        <translation>Wedi'i gopïo. Gallwch ei ludo nawr. Mae'n cael ei dynnu'n ôl pan fydd y ffenestr hon yn cau.</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="90"/>
        <source>Save as text</source>
        <translation>Cadw fel testun</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="91"/>
        <source>Saved. Others who use this computer may see the file.</source>
        <translation>Wedi'i gadw. Gall eraill sy'n defnyddio'r cyfrifiadur hwn weld y ffeil.</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="92"/>
        <source>It could not be saved there. Please choose another place.</source>
        <translation>Ni ellid ei gadw yno. Dewiswch le arall, os gwelwch yn dda.</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="93"/>
        <source>Close it? What you changed is not kept.</source>
        <translation>Ei gau? Nid yw'r hyn a newidioch yn cael ei gadw.</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="94"/>
        <source>Go on writing</source>
        <translation>Dal i ysgrifennu</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="95"/>
        <source>Close it</source>
        <translation>Ei gau</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="97"/>
        <source>Have they answered your letter?</source>
        <translation>Ydyn nhw wedi ateb eich llythyr?</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="98"/>
        <source>They have answered</source>
        <translation>Maent wedi ateb</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="99"/>
        <source>30 days have passed</source>
        <translation>Mae 30 diwrnod wedi mynd heibio</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="100"/>
        <source>Not yet</source>
        <translation>Ddim eto</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="101"/>
        <source>They have 30 days to say that your letter has arrived. After an answer, or after that time, you can go to the ICO.</source>
        <translation>Mae ganddynt 30 diwrnod i ddweud bod eich llythyr wedi cyrraedd. Ar ôl ateb, neu ar ôl yr amser hwnnw, gallwch fynd at yr ICO.</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="102"/>
        <source>A statement for the ICO</source>
        <translation>Datganiad i'r ICO</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="103"/>
        <source>The Information Commissioner’s Office looks at complaints about data. Its form takes 2,000 characters. You can paste this there.</source>
        <translation>Mae Swyddfa'r Comisiynydd Gwybodaeth yn edrych ar gwynion am ddata. Mae ei ffurflen yn cymryd 2,000 o nodau. Gallwch ludo hwn yno.</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="106"/>
        <source>Your statement</source>
        <translation>Eich datganiad</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="107"/>
        <source>What you wrote stays. Please check that it still says what happened.</source>
        <translation>Mae'r hyn a ysgrifennoch yn aros. Gwiriwch ei fod yn dal i ddweud beth ddigwyddodd, os gwelwch yn dda.</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="109"/>
        <source>ZIP files</source>
        <translation>Ffeiliau ZIP</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="110"/>
        <source>PDF files</source>
        <translation>Ffeiliau PDF</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="111"/>
        <source>Text files</source>
        <translation>Ffeiliau testun</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="116"/>
        <source>{day}, {time}</source>
        <translation>{day}, {time}</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="121"/>
        <source>Every visit to {site}</source>
        <translation>Pob ymweliad â {site}</translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="126"/>
        <source>The folder you chose looks like a {service} folder. What is in it goes to other places, and may stay there.</source>
        <translation>Mae'r ffolder a ddewisoch yn edrych fel un o eiddo {service}, sy'n anfon yr hyn sydd ynddi i leoedd eraill ac a all ei gadw yno.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/saving/wording.py" line="133"/>
        <source>{count} blanks are left, in square brackets.</source>
        <extracomment>Of one: {count} blank is left, in square brackets.</extracomment>
        <translation>
            <numerusform>{count} o fylchau ar ôl, mewn cromfachau sgwâr.</numerusform>
            <numerusform>{count} bwlch ar ôl, mewn cromfachau sgwâr.</numerusform>
            <numerusform>{count} o fylchau ar ôl, mewn cromfachau sgwâr.</numerusform>
            <numerusform>{count} o fylchau ar ôl, mewn cromfachau sgwâr.</numerusform>
            <numerusform>{count} o fylchau ar ôl, mewn cromfachau sgwâr.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/saving/wording.py" line="142"/>
        <source>{used} of {most} characters</source>
        <translation>{used} o {most} nod</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/saving/wording.py" line="143"/>
        <source>{used} of {most} characters: {count} too many</source>
        <extracomment>Of one: {used} of {most} characters: {count} too many</extracomment>
        <translation>
            <numerusform>{used} o {most} nod: {count} yn ormod</numerusform>
            <numerusform>{used} o {most} nod: {count} yn ormod</numerusform>
            <numerusform>{used} o {most} nod: {count} yn ormod</numerusform>
            <numerusform>{used} o {most} nod: {count} yn ormod</numerusform>
            <numerusform>{used} o {most} nod: {count} yn ormod</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="10"/>
        <source>What is remembered</source>
        <translation>Beth sy'n cael ei gofio</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="11"/>
        <source>From the start</source>
        <translation>O'r dechrau</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="12"/>
        <source>This computer</source>
        <translation>Y cyfrifiadur hwn</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="13"/>
        <source>Connected browsers</source>
        <translation>Porwyr sydd wedi'u cysylltu</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="14"/>
        <source>Filter lists</source>
        <translation>Rhestrau hidlo</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="15"/>
        <source>First steps</source>
        <translation>Camau cyntaf</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="16"/>
        <source>How it looks</source>
        <translation>Sut mae'n edrych</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="17"/>
        <source>When a form waits</source>
        <translation>Pan fydd ffurflen yn aros</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="18"/>
        <source>From others</source>
        <translation>Gan eraill</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="20"/>
        <source>How large are the words?</source>
        <translation>Pa mor fawr yw'r geiriau?</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="21"/>
        <source>Which colours?</source>
        <translation>Pa liwiau?</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="22"/>
        <source>As on this computer</source>
        <translation>Fel ar y cyfrifiadur hwn</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="23"/>
        <source>Light</source>
        <translation>Golau</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="24"/>
        <source>Dark</source>
        <translation>Tywyll</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="25"/>
        <source>Strongest contrast</source>
        <translation>Y cyferbyniad cryfaf</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="26"/>
        <source>Which language?</source>
        <translation>Pa iaith?</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="29"/>
        <source>Netcurtain speaks it from the next time it starts.</source>
        <translation>Bydd Netcurtain yn ei siarad o'r tro nesaf y bydd yn cychwyn.</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="31"/>
        <source>Where shall Netcurtain ask you?</source>
        <translation>Ble dylai Netcurtain ofyn i chi?</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="32"/>
        <source>In the page and in a small window</source>
        <translation>Yn y dudalen ac mewn ffenestr fach</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="33"/>
        <source>A page can cover our question with something else. It cannot cover the window.</source>
        <translation>Gall tudalen guddio ein cwestiwn â rhywbeth arall. Ni all guddio'r ffenestr.</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="34"/>
        <source>Only in the page</source>
        <translation>Dim ond yn y dudalen</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="35"/>
        <source>No window comes up. A page can cover our question with something else.</source>
        <translation>Nid oes ffenestr yn ymddangos. Gall tudalen guddio ein cwestiwn â rhywbeth arall.</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="36"/>
        <source>Only in the small window</source>
        <translation>Dim ond yn y ffenestr fach</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="37"/>
        <source>The page says that its form waits, and can ask you there if you want.</source>
        <translation>Mae'r dudalen yn dweud bod ei ffurflen yn aros, a gall ofyn i chi yno os mynnwch.</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="38"/>
        <source>From now on, both ask you.</source>
        <translation>O hyn ymlaen, mae'r ddwy'n gofyn i chi.</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="39"/>
        <source>From now on, the page alone asks you.</source>
        <translation>O hyn ymlaen, dim ond y dudalen sy'n gofyn i chi.</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="40"/>
        <source>From now on, the small window asks you, even while you are in the browser.</source>
        <translation>O hyn ymlaen, y ffenestr fach sy'n gofyn i chi, hyd yn oed tra byddwch yn y porwr.</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="42"/>
        <source>A charity can give you a file with its own ways to be heard. They are shown under “Other ways”. The file does nothing else. Whoever uses this computer can see that it is there.</source>
        <translation>Gall elusen roi ffeil i chi gyda'i ffyrdd ei hun o gael eich clywed. Maent yn cael eu dangos o dan “Ffyrdd eraill”. Nid yw'r ffeil yn gwneud dim arall. Gall pwy bynnag sy'n defnyddio'r cyfrifiadur hwn weld ei bod yno.</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="46"/>
        <source>Add a file</source>
        <translation>Ychwanegu ffeil</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="47"/>
        <source>A file from a charity</source>
        <translation>Ffeil gan elusen</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="48"/>
        <source>Any file</source>
        <translation>Unrhyw ffeil</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="49"/>
        <source>You have a file from them already. This one would take its place.</source>
        <translation>Mae gennych ffeil ganddynt yn barod. Byddai hon yn cymryd ei lle.</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="50"/>
        <source>It would add these ways:</source>
        <translation>Byddai'n ychwanegu'r ffyrdd hyn:</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="51"/>
        <source>Compare these letters and digits with those that the charity gave you, on paper or by telephone:</source>
        <translation>Cymharwch y llythrennau a'r digidau hyn â'r rhai a roddodd yr elusen i chi, ar bapur neu dros y ffôn:</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="52"/>
        <source>Add them</source>
        <translation>Eu hychwanegu</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="53"/>
        <source>Leave it</source>
        <translation>Eu gadael</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="54"/>
        <source>They are added. You find them under “Other ways”.</source>
        <translation>Maent wedi'u hychwanegu. Maent i'w gweld o dan “Ffyrdd eraill”.</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="55"/>
        <source>Nothing was added.</source>
        <translation>Nid ychwanegwyd dim.</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="56"/>
        <source>Remove</source>
        <translation>Tynnu</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="57"/>
        <source>It is removed.</source>
        <translation>Mae wedi'i thynnu.</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="59"/>
        <source>The kept history</source>
        <translation>Yr hanes a gedwir</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="60"/>
        <source>It is open.</source>
        <translation>Mae ar agor.</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="61"/>
        <source>It is locked. You can open it under History.</source>
        <translation>Mae dan glo. Gallwch ei agor o dan Hanes.</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="62"/>
        <source>Lock it now</source>
        <translation>Ei gloi nawr</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="63"/>
        <source>Lock it when unused for</source>
        <translation>Ei gloi pan na ddefnyddir ef am</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="64"/>
        <source>It is also locked when you hide or close this window, when the screen locks, when the computer sleeps and when Netcurtain ends. While it is locked, nothing is kept.</source>
        <translation>Mae hefyd yn cael ei gloi pan fyddwch yn cuddio neu'n cau'r ffenestr hon, pan fydd y sgrin yn cloi, pan fydd y cyfrifiadur yn cysgu a phan ddaw Netcurtain i ben. Tra mae dan glo, nid oes dim yn cael ei gadw.</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="68"/>
        <source>It is locked when you hide this window, when the screen locks, when the computer sleeps and when Netcurtain ends. Closing the window does not lock it. While it is locked, nothing is kept.</source>
        <translation>Mae'n cael ei gloi pan fyddwch yn cuddio'r ffenestr hon, pan fydd y sgrin yn cloi, pan fydd y cyfrifiadur yn cysgu a phan ddaw Netcurtain i ben. Nid yw cau'r ffenestr yn ei gloi. Tra mae dan glo, nid oes dim yn cael ei gadw.</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="72"/>
        <source>It stays open when you close this window. Whoever uses this computer meanwhile can read it.</source>
        <translation>Mae'n aros ar agor pan fyddwch yn cau'r ffenestr hon. Gall pwy bynnag sy'n defnyddio'r cyfrifiadur hwn yn y cyfamser ei ddarllen.</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="73"/>
        <source>Do not lock it by time</source>
        <translation>Peidio â'i gloi yn ôl amser</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="74"/>
        <source>Change the passphrase</source>
        <translation>Newid y cyfrinymadrodd</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="76"/>
        <source>Say when a check is over</source>
        <translation>Dweud pan fydd gwiriad drosodd</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="77"/>
        <source>A short message from this computer: “Netcurtain has finished checking.” It never says more than that.</source>
        <translation>Neges fer gan y cyfrifiadur hwn: “Mae Netcurtain wedi gorffen gwirio.” Nid yw byth yn dweud mwy na hynny.</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="78"/>
        <source>Whoever looks at the screen may see the message.</source>
        <translation>Efallai y bydd pwy bynnag sy'n edrych ar y sgrin yn gweld y neges.</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="79"/>
        <source>There are no messages.</source>
        <translation>Nid oes negeseuon.</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="81"/>
        <source>Where are you?</source>
        <translation>Ble rydych chi?</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="82"/>
        <source>all of the UK</source>
        <translation>y DU i gyd</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="84"/>
        <source>No browser has been connected yet.</source>
        <translation>Nid oes porwr wedi'i gysylltu eto.</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="85"/>
        <source>Connected now</source>
        <translation>Wedi'i gysylltu nawr</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="86"/>
        <source>Not seen since it was connected</source>
        <translation>Heb ei weld ers iddo gael ei gysylltu</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="87"/>
        <source>Rename</source>
        <translation>Ailenwi</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="88"/>
        <source>New name</source>
        <translation>Enw newydd</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="89"/>
        <source>Save</source>
        <translation>Cadw</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="91"/>
        <source>Disconnect</source>
        <translation>Datgysylltu</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="92"/>
        <source>Keep it connected</source>
        <translation>Ei gadw wedi'i gysylltu</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="93"/>
        <source>Connect a browser</source>
        <translation>Cysylltu porwr</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="94"/>
        <source>It has its own name again.</source>
        <translation>Mae ganddo ei enw ei hun eto.</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="96"/>
        <source>Netcurtain knows companies by these lists. More lists find more, and sometimes name one that does no harm.</source>
        <translation>Mae Netcurtain yn adnabod cwmnïau drwy'r rhestrau hyn. Mae mwy o restrau'n dod o hyd i fwy, ac weithiau'n enwi un nad yw'n gwneud dim niwed.</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="97"/>
        <source>Look for newer lists</source>
        <translation>Chwilio am restrau mwy newydd</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="98"/>
        <source>Looking for newer lists. This can take a minute.</source>
        <translation>Yn chwilio am restrau mwy newydd. Gall hyn gymryd munud.</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="101"/>
        <source>It is being stopped. This can take a moment.</source>
        <translation>Mae'n cael ei stopio. Gall hyn gymryd eiliad.</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="102"/>
        <source>It was stopped. What was done stays.</source>
        <translation>Cafodd ei stopio. Mae'r hyn a wnaed yn aros.</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="103"/>
        <source>There is no list that could be newer.</source>
        <translation>Nid oes rhestr a allai fod yn fwy newydd.</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="104"/>
        <source>Always on</source>
        <translation>Ymlaen bob amser</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="106"/>
        <source>The questions from the beginning, with your answers, and how to connect a browser.</source>
        <translation>Y cwestiynau o'r dechrau, gyda'ch atebion, a sut i gysylltu porwr.</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="107"/>
        <source>Go through the first steps again</source>
        <translation>Mynd drwy'r camau cyntaf eto</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="116"/>
        <source>Last seen today at {time}</source>
        <translation>Gwelwyd ddiwethaf heddiw am {time}</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="117"/>
        <source>Last seen yesterday</source>
        <translation>Gwelwyd ddiwethaf ddoe</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="117"/>
        <source>Last seen on {day}</source>
        <translation>Gwelwyd ddiwethaf ar {day}</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="125"/>
        <source>One hour</source>
        <translation>Un awr</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/settings/wording.py" line="126"/>
        <source>{number} minutes</source>
        <extracomment>Of one: {number} minute</extracomment>
        <translation>
            <numerusform>{count} munud</numerusform>
            <numerusform>{count} munud</numerusform>
            <numerusform>{count} munud</numerusform>
            <numerusform>{count} munud</numerusform>
            <numerusform>{count} munud</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="140"/>
        <source>It is locked after one hour without a key or a press in these windows.</source>
        <translation>Mae'n cael ei gloi ar ôl un awr heb bwyso dim yn y ffenestri hyn.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/settings/wording.py" line="141"/>
        <source>It is locked after {number} minutes without a key or a press in these windows.</source>
        <extracomment>Of one: It is locked after {number} minute without a key or a press in these windows.</extracomment>
        <translation>
            <numerusform>Mae'n cael ei gloi ar ôl {count} munud heb bwyso dim yn y ffenestri hyn.</numerusform>
            <numerusform>Mae'n cael ei gloi ar ôl {count} munud heb bwyso dim yn y ffenestri hyn.</numerusform>
            <numerusform>Mae'n cael ei gloi ar ôl {count} munud heb bwyso dim yn y ffenestri hyn.</numerusform>
            <numerusform>Mae'n cael ei gloi ar ôl {count} munud heb bwyso dim yn y ffenestri hyn.</numerusform>
            <numerusform>Mae'n cael ei gloi ar ôl {count} munud heb bwyso dim yn y ffenestri hyn.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="151"/>
        <source>Beside a form, Netcurtain now names other ways in {place}.</source>
        <translation>Wrth ymyl ffurflen, mae Netcurtain nawr yn enwi ffyrdd eraill ar gyfer y lle hwn: {place}.</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="156"/>
        <source>Rename {name}</source>
        <translation>Ailenwi {name}</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="161"/>
        <source>Disconnect {name}</source>
        <translation>Datgysylltu {name}</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="166"/>
        <source>Disconnect {name}? Nothing is checked in it then. To use it again, it needs a new code.</source>
        <translation>Datgysylltu {name}? Ni fydd dim yn cael ei wirio ynddo wedyn. I'w ddefnyddio eto, bydd angen cod newydd arno.</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="171"/>
        <source>{name} is disconnected.</source>
        <translation>Mae {name} wedi'i ddatgysylltu.</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="176"/>
        <source>It is called {name} now.</source>
        <translation>Ei enw nawr yw {name}.</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="181"/>
        <source>{count} %</source>
        <translation>{count} %</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="186"/>
        <source>Until {day}</source>
        <translation>Tan {day}</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="191"/>
        <source>This ran out on {day}, and is not shown any more. Ask for a newer file.</source>
        <translation>Daeth hwn i ben ar {day}, ac nid yw'n cael ei ddangos mwyach. Gofynnwch am ffeil fwy newydd.</translation>
    </message>
    <message>
        <location filename="../../ui/settings/wording.py" line="196"/>
        <source>Remove what is from {name}</source>
        <translation>Tynnu'r hyn sydd gan {name}</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="15"/>
        <source>Now</source>
        <translation>Nawr</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="16"/>
        <source>History</source>
        <translation>Hanes</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="18"/>
        <source>Settings</source>
        <translation>Gosodiadau</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="19"/>
        <source>On</source>
        <translation>Ymlaen</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="20"/>
        <source>Off</source>
        <translation>I ffwrdd</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="21"/>
        <source>Hide (Esc ×3)</source>
        <translation>Cuddio (Esc ×3)</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="22"/>
        <source>Hides this window and empties it. Esc three times does the same. Start Netcurtain again to bring it back.</source>
        <translation>Yn cuddio'r ffenestr hon ac yn ei gwagio. Mae Esc dair gwaith yn gwneud yr un peth. Cychwynnwch Netcurtain eto i'w chael yn ôl.</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="24"/>
        <source>Try it on the practice page</source>
        <translation>Rhoi cynnig arni ar y dudalen ymarfer</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="26"/>
        <source>Quit</source>
        <translation>Gadael Netcurtain</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="27"/>
        <source>Hide</source>
        <translation>Cuddio</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="28"/>
        <source>Netcurtain has finished checking.</source>
        <translation>Mae Netcurtain wedi gorffen gwirio.</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="30"/>
        <source>No browser is connected.</source>
        <translation>Nid oes porwr wedi'i gysylltu.</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="31"/>
        <source>Connect your browser once. After that, whenever it is open, this is where you see which companies a page has told.</source>
        <translation>Cysylltwch eich porwr unwaith. Wedi hynny, pryd bynnag y bydd ar agor, yma y gwelwch pa gwmnïau a gafodd wybod gan dudalen.</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="32"/>
        <source>No page is open.</source>
        <translation>Nid oes tudalen ar agor.</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="33"/>
        <source>Open a page in your browser, and what it tells others shows up here.</source>
        <translation>Agorwch dudalen yn eich porwr, a bydd yr hyn y mae'n ei ddweud wrth eraill yn ymddangos yma.</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="35"/>
        <source>Private window: not kept</source>
        <translation>Ffenestr breifat: nid yw'n cael ei chadw</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="37"/>
        <source>There is a form here that asks for something personal.</source>
        <translation>Mae ffurflen yma sy'n gofyn am rywbeth personol.</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="38"/>
        <source>There is a form here that may ask for something personal.</source>
        <translation>Mae ffurflen yma a all fod yn gofyn am rywbeth personol.</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="41"/>
        <source>told:</source>
        <translation>cafodd wybod:</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="42"/>
        <source>tried to tell:</source>
        <translation>ceisiwyd dweud wrtho:</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="43"/>
        <source>here; nothing seen going out</source>
        <translation>yma; ni welwyd dim yn mynd allan</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="44"/>
        <source>contacted</source>
        <translation>cafodd gais</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="45"/>
        <source>contacted; nothing in it that we can read</source>
        <translation>cafodd gais; dim ynddo y gallwn ei ddarllen</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="47"/>
        <source>Companies</source>
        <translation>Cwmnïau</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="48"/>
        <source>Shows or hides the details</source>
        <translation>Yn dangos neu'n cuddio'r manylion</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="50"/>
        <source>What it tried to tell</source>
        <translation>Yr hyn y ceisiodd ei ddweud</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="51"/>
        <source>Why we say so</source>
        <translation>Pam rydym yn dweud hyn</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="52"/>
        <source>Requests</source>
        <translation>Ceisiadau</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="57"/>
        <source>page before</source>
        <translation>y dudalen cynt</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="59"/>
        <source>button</source>
        <translation>botwm</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="60"/>
        <source>link</source>
        <translation>dolen</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="62"/>
        <source>questions</source>
        <translation>cwestiynau</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="64"/>
        <source>number for this browser</source>
        <translation>rhif ar gyfer y porwr hwn</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="65"/>
        <source>account code</source>
        <translation>cod cyfrif</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="66"/>
        <source>consent</source>
        <translation>caniatâd</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="68"/>
        <source>written here</source>
        <translation>a ysgrifennwyd yma</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="71"/>
        <source>tried</source>
        <translation>ceisiwyd</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="72"/>
        <source>sent</source>
        <translation>anfonwyd</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="73"/>
        <source>sent and answered</source>
        <translation>anfonwyd, a chafwyd ateb</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="74"/>
        <source>stopped by Netcurtain</source>
        <translation>wedi'i atal gan Netcurtain</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="75"/>
        <source>stopped by something else</source>
        <translation>wedi'i atal gan rywbeth arall</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="78"/>
        <source>Search sites and companies</source>
        <translation>Chwilio am wefannau a chwmnïau</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="79"/>
        <source>Nothing here yet.</source>
        <translation>Dim byd yma eto.</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="80"/>
        <source>Pages you open in a connected browser are listed here.</source>
        <translation>Mae tudalennau a agorwch mewn porwr sydd wedi'i gysylltu yn cael eu rhestru yma.</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="81"/>
        <source>Nothing found.</source>
        <translation>Ni chafwyd hyd i ddim.</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="82"/>
        <source>No site or company here has these letters in its name.</source>
        <translation>Nid oes gwefan na chwmni yma â'r llythrennau hyn yn yr enw.</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="83"/>
        <source>Pick a visit to see what happened.</source>
        <translation>Dewiswch ymweliad i weld beth ddigwyddodd.</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="84"/>
        <source>Visits</source>
        <translation>Ymweliadau</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="85"/>
        <source>personal form</source>
        <translation>ffurflen bersonol</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="86"/>
        <source>none seen</source>
        <translation>ni welwyd neb</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="87"/>
        <source>What happened</source>
        <translation>Beth ddigwyddodd</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="88"/>
        <source>We saw none of the companies on our lists here.</source>
        <translation>Ni welsom yr un o'r cwmnïau ar ein rhestrau yma.</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="90"/>
        <source>This visit is no longer here.</source>
        <translation>Nid yw'r ymweliad hwn yma mwyach.</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="91"/>
        <source>Forget this visit</source>
        <translation>Anghofio'r ymweliad hwn</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="92"/>
        <source>Forget this site</source>
        <translation>Anghofio'r wefan hon</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="93"/>
        <source>Deleted from Netcurtain. Your browser's history, backups and copies you saved may still have it.</source>
        <translation>Wedi'i ddileu o Netcurtain. Gall fod o hyd yn hanes eich porwr, copïau wrth gefn a chopïau a gadwoch.</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="94"/>
        <source>What is kept is locked: open it before Netcurtain closes to delete there too.</source>
        <translation>Mae'r hyn a gedwir dan glo: agorwch ef cyn i Netcurtain gau i ddileu yno hefyd.</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="95"/>
        <source>Deleted from this session.</source>
        <translation>Wedi'i ddileu o'r sesiwn hon.</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="96"/>
        <source>Not all of it could be deleted yet. Something of it is still in the kept history. Netcurtain tries again by itself.</source>
        <translation>Ni ellid dileu'r cyfan eto. Mae rhywbeth ohono yn dal yn yr hanes a gadwyd. Bydd Netcurtain yn ceisio eto ohono'i hun.</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="97"/>
        <source>Not all of it could be deleted. Something of it is still in another file of Netcurtain’s. Erasing everything removes it.</source>
        <translation>Ni ellid dileu'r cyfan. Mae rhywbeth ohono yn dal mewn ffeil arall o eiddo Netcurtain. Bydd dileu popeth yn cael gwared arno.</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="100"/>
        <source>Erase everything</source>
        <translation>Dileu popeth</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="101"/>
        <source>Erase everything that is kept, and all of this session? It cannot be brought back. No passphrase is needed.</source>
        <translation>Dileu popeth sy'n cael ei gadw, a'r sesiwn hon i gyd? Ni ellir ei adfer. Nid oes angen cyfrinymadrodd.</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="102"/>
        <source>What was kept cannot be opened any more, for its key is gone. Some of its files could not be removed: please erase everything once more.</source>
        <translation>Ni ellir agor yr hyn a gadwyd mwyach, gan fod ei allwedd wedi mynd. Ni ellid cael gwared ar rai o'i ffeiliau: dilëwch bopeth unwaith eto, os gwelwch yn dda.</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="106"/>
        <source>Leave it as it is</source>
        <translation>Ei adael fel y mae</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="107"/>
        <source>This could not be deleted just now. Please try again.</source>
        <translation>Ni ellid dileu hyn y tro hwn. Rhowch gynnig arall arni, os gwelwch yn dda.</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="108"/>
        <source>Time</source>
        <translation>Amser</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="108"/>
        <source>Where it went</source>
        <translation>I ble yr aeth</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="108"/>
        <source>Filter</source>
        <translation>Hidlydd</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="110"/>
        <source>Not sent yet</source>
        <translation>Heb ei anfon eto</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="111"/>
        <source>What you wrote is still here.</source>
        <translation>Mae'r hyn a ysgrifennoch chi yma o hyd.</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="112"/>
        <source>Go on without these companies</source>
        <translation>Mynd ymlaen heb y cwmnïau hyn</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="114"/>
        <source>Go on as it is</source>
        <translation>Mynd ymlaen fel y mae</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="115"/>
        <source>Leave this page</source>
        <translation>Gadael y dudalen hon</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="118"/>
        <source>In your browser, open Netcurtain and press “Connect to the app”.</source>
        <translation>Yn eich porwr, agorwch Netcurtain a phwyswch “Cysylltu â'r ap”.</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="119"/>
        <source>Type this code there, or paste it.</source>
        <translation>Teipiwch y cod hwn yno, neu gludwch ef.</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="120"/>
        <source>Press “Connect”.</source>
        <translation>Pwyswch “Cysylltu”.</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="122"/>
        <source>Your code</source>
        <translation>Eich cod</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="123"/>
        <source>Copy the code</source>
        <translation>Copïo'r cod</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="125"/>
        <source>This code has run out.</source>
        <translation>Mae'r cod hwn wedi dod i ben.</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="126"/>
        <source>This code has been used.</source>
        <translation>Mae'r cod hwn wedi'i ddefnyddio.</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="127"/>
        <source>This code has been tried too often and works no more.</source>
        <translation>Ceisiwyd y cod hwn yn rhy aml ac nid yw'n gweithio mwyach.</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="128"/>
        <source>There is no code just now. The main window says why.</source>
        <translation>Nid oes cod ar hyn o bryd. Mae'r brif ffenestr yn dweud pam.</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="129"/>
        <source>Make a new code</source>
        <translation>Gwneud cod newydd</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="130"/>
        <source>Connected</source>
        <translation>Wedi cysylltu</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="131"/>
        <source>Your browser and Netcurtain know each other now.</source>
        <translation>Mae eich porwr a Netcurtain yn adnabod ei gilydd nawr.</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="132"/>
        <source>Call it:</source>
        <translation>Ei alw'n:</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="133"/>
        <source>A name of your own, to tell your browsers apart. You can leave it as it is.</source>
        <translation>Eich enw chi arno, i wahaniaethu rhwng eich porwyr. Gallwch ei adael fel y mae.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/wording.py" line="140"/>
        <source>{number} browsers connected</source>
        <extracomment>Of one: {number} browser connected</extracomment>
        <translation>
            <numerusform>Dim porwr wedi'i gysylltu</numerusform>
            <numerusform>Un porwr wedi'i gysylltu</numerusform>
            <numerusform>{number} o borwyr wedi'u cysylltu</numerusform>
            <numerusform>{number} o borwyr wedi'u cysylltu</numerusform>
            <numerusform>{number} o borwyr wedi'u cysylltu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/wording.py" line="151"/>
        <source>{count} companies</source>
        <extracomment>Of one: {count} company</extracomment>
        <translation>
            <numerusform>Cwmnïau: {count}</numerusform>
            <numerusform>{count} cwmni</numerusform>
            <numerusform>Cwmnïau: {count}</numerusform>
            <numerusform>Cwmnïau: {count}</numerusform>
            <numerusform>Cwmnïau: {count}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="156"/>
        <source>and {count} more</source>
        <translation>a {count} arall</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="161"/>
        <source>Requests: {count}</source>
        <translation>Ceisiadau: {count}</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="166"/>
        <source>called {name}</source>
        <translation>o'r enw {name}</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="171"/>
        <source>the site’s own number: {number}</source>
        <translation>rhif y wefan ei hun: {number}</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="176"/>
        <source>in the cookie {name}; we do not keep the code</source>
        <translation>yn y cwci {name}; nid ydym yn cadw'r cod</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="180"/>
        <source>Our table of companies knows requests like this one</source>
        <translation>Mae ein tabl o gwmnïau'n adnabod ceisiadau fel hwn</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="181"/>
        <source>What you wrote in a field was in a request to it</source>
        <translation>Roedd yr hyn a ysgrifennoch chi mewn maes mewn cais ato</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="190"/>
        <source>{list} has the filter {filter}</source>
        <translation>Mae'r hidlydd hwn yn {list}: {filter}</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="190"/>
        <source>A filter has the filter {filter}</source>
        <translation>Mae'r hidlydd hwn mewn rhestr: {filter}</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="196"/>
        <source>{company}, {told}</source>
        <translation>{company}, {told}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/wording.py" line="201"/>
        <source>Works for {count} more seconds</source>
        <extracomment>Of one: Works for {count} more second</extracomment>
        <translation>
            <numerusform>Yn gweithio am {count} eiliad arall</numerusform>
            <numerusform>Yn gweithio am {count} eiliad arall</numerusform>
            <numerusform>Yn gweithio am {count} eiliad arall</numerusform>
            <numerusform>Yn gweithio am {count} eiliad arall</numerusform>
            <numerusform>Yn gweithio am {count} eiliad arall</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="207"/>
        <source>This app is too old for Netcurtain in {browser}. Please update the app.</source>
        <translation>Mae'r ap hwn yn rhy hen i Netcurtain yn {browser}. Diweddarwch yr ap, os gwelwch yn dda.</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="209"/>
        <source>This app is too old for Netcurtain in your browser. Please update the app.</source>
        <translation>Mae'r ap hwn yn rhy hen i Netcurtain yn eich porwr. Diweddarwch yr ap, os gwelwch yn dda.</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="211"/>
        <source>Netcurtain in {browser} is too old for this app. Please update it in the browser.</source>
        <translation>Mae Netcurtain yn {browser} yn rhy hen i'r ap hwn. Diweddarwch ef yn y porwr, os gwelwch yn dda.</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="213"/>
        <source>Netcurtain in your browser is too old for this app. Please update it in the browser.</source>
        <translation>Mae Netcurtain yn eich porwr yn rhy hen i'r ap hwn. Diweddarwch ef yn y porwr, os gwelwch yn dda.</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="219"/>
        <source>If the page asks for a port, it is {port}.</source>
        <translation>Os yw'r dudalen yn gofyn am borth, {port} ydyw.</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="229"/>
        <source>%H:%M:%S</source>
        <translation>%H:%M:%S</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="229"/>
        <source>%H:%M</source>
        <translation>%H:%M</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="245"/>
        <source>Today</source>
        <translation>Heddiw</translation>
    </message>
    <message>
        <location filename="../../ui/wording.py" line="245"/>
        <source>Yesterday</source>
        <translation>Ddoe</translation>
    </message>
    <message>
        <location filename="../../wording.py" line="9"/>
        <source>Chromium could not be started, so only the app has opened. Install Chromium, or press “Connect a browser” to use your own.</source>
        <translation>Ni ellid cychwyn Chromium, felly dim ond yr ap sydd wedi agor. Gosodwch Chromium, neu pwyswch “Cysylltu porwr” i ddefnyddio eich un chi.</translation>
    </message>
    <message>
        <location filename="../../wording.py" line="12"/>
        <source>The practice page could not be opened. Please close Netcurtain, open it again, and try once more.</source>
        <translation>Ni ellid agor y dudalen ymarfer. Caewch Netcurtain, agorwch ef eto, a rhowch gynnig arall arni, os gwelwch yn dda.</translation>
    </message>
    <message>
        <location filename="../../wording.py" line="13"/>
        <source>Your browser is connected, but this could not be written down, so it may have to be connected again next time. Free some space on the disk.</source>
        <translation>Mae eich porwr wedi'i gysylltu, ond ni ellid nodi hyn, felly efallai y bydd yn rhaid ei gysylltu eto y tro nesaf. Rhyddhewch le ar y ddisg.</translation>
    </message>
    <message>
        <location filename="../../wording.py" line="17"/>
        <source>The browser is disconnected, but this could not be written down, so it may connect by itself again next time. Free some space on the disk.</source>
        <translation>Mae'r porwr wedi'i ddatgysylltu, ond ni ellid nodi hyn, felly gallai gysylltu eto ohono'i hun y tro nesaf. Rhyddhewch le ar y ddisg.</translation>
    </message>
    <message>
        <location filename="../../wording.py" line="22"/>
        <source>Your answer counts from now on, but it could not be written down, so it is forgotten when Netcurtain closes. Free some space on the disk.</source>
        <translation>Mae eich ateb yn cyfrif o hyn ymlaen, ond ni ellid ei nodi, felly bydd yn cael ei anghofio pan fydd Netcurtain yn cau. Rhyddhewch le ar y ddisg.</translation>
    </message>
    <message>
        <location filename="../../wording.py" line="27"/>
        <source>The history you kept is not there any more, so pages are remembered only until Netcurtain closes. To keep pages again, choose a passphrase in the settings.</source>
        <translation>Nid yw'r hanes a gadwoch yno mwyach, felly dim ond nes i Netcurtain gau y mae tudalennau'n cael eu cofio. I gadw tudalennau eto, dewiswch gyfrinymadrodd yn y gosodiadau.</translation>
    </message>
</context>
</TS>

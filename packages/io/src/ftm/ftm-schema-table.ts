/** One schema of FollowTheMoney: what it extends, what it must have, and its own properties. */
export interface FtmSchemaRow {
  readonly extends: readonly string[];
  /** Only there to be extended. */
  readonly abstract?: boolean;
  /** Properties that the model asks for, its own and inherited ones. */
  readonly required: readonly string[];
  /** Source and target property of a schema that is an edge. */
  readonly edge?: readonly [source: string, target: string];
  /** Own properties, separated by spaces: `name`, `name:type` where the type is not string, `name>Schema` where it refers to an entity of that schema. */
  readonly properties: string;
}

/**
 * The schemata of FollowTheMoney 3.8 (https://followthemoney.tech/explorer/, MIT licence). A test compares the table with the model of the package
 * `@alephdata/followthemoney`.
 */
export const FTM_SCHEMATA: Readonly<Record<string, FtmSchemaRow>> = {
  Address: {
    extends: ["Thing"],
    required: [],
    properties:
      "city country:country full:address googlePlaceId:identifier latitude:number longitude:number osmId:identifier postOfficeBox postalCode region remarks state street street2",
  },
  Airplane: { extends: ["Vehicle"], required: [], properties: "icaoCode:identifier manufacturer serialNumber:identifier" },
  Analyzable: {
    extends: [],
    abstract: true,
    required: [],
    properties:
      "companiesMentioned:name detectedCountry:country detectedLanguage:language emailMentioned:email ibanMentioned:iban ipMentioned:ip locationMentioned:address namesMentioned:name peopleMentioned:name phoneMentioned:phone",
  },
  Article: { extends: ["Document"], required: [], properties: "" },
  Assessment: { extends: ["Thing"], required: ["name"], properties: "assessmentId author>LegalEntity publishDate:date" },
  Asset: { extends: ["Thing", "Value"], required: [], properties: "" },
  Associate: {
    extends: ["Interval"],
    required: ["person", "associate"],
    edge: ["person", "associate"],
    properties: "associate>Person person>Person relationship",
  },
  Audio: { extends: ["Document"], required: [], properties: "duration:number samplingRate:number" },
  BankAccount: {
    extends: ["Asset"],
    required: [],
    properties:
      "accountNumber:identifier accountType balance:number balanceDate:date bank>Organization bankAddress bankName bic:identifier closingDate:date iban:iban maxBalance:number maxBalanceDate:date openingDate:date",
  },
  Call: {
    extends: ["Interval"],
    required: [],
    properties: "caller>LegalEntity callerNumber:phone duration:number receiver>LegalEntity receiverNumber:phone",
  },
  CallForTenders: {
    extends: ["Interval", "Thing"],
    required: ["title", "authority"],
    properties:
      "authority>LegalEntity authorityReferenceId:identifier awardNoticeDate:date awardedInLots awardingDate:date callId:identifier certificationCheck clarificationDeadline:date contractNoticeDate:date cpvCode:identifier directive euFunding evaluationMechanism fallsUnderGPPScope involvesOutcome lotsNames maximumNumberOfLots:number multipleTenders numberOfLots:number nutsCode:identifier onBehalfOf>LegalEntity paymentOptions procedure procurementType publicationDate:date relationToThreshold reverseAuctionsIncluded submissionDeadline:date tedUrl:url tenderers>LegalEntity tendersForLots title",
  },
  Company: {
    extends: ["Asset", "Organization"],
    required: ["name"],
    properties:
      "bikCode caemCode capital cikCode:identifier coatoCode:identifier fnsCode:identifier fssCode ibcRuc:identifier ipoCode:identifier irsCode:identifier isinCode:identifier jibCode:identifier jurisdiction:country kppCode:identifier mbsCode:identifier okopfCode oksmCode okvedCode pfrNumber:identifier registrationNumber:identifier ricCode:identifier ticker:identifier voenCode:identifier",
  },
  Contract: {
    extends: ["Asset"],
    required: ["title"],
    properties:
      "authority>LegalEntity cancelled classification contractDate:date criteria language:language method noticeId numberAwards procedure procedureNumber project>Project status title type",
  },
  ContractAward: {
    extends: ["Interest", "Value"],
    required: ["supplier", "contract"],
    edge: ["contract", "supplier"],
    properties:
      "amended callForTenders>CallForTenders contract>Contract cpvCode:identifier decisionReason:text documentNumber documentType lotNumber nutsCode:identifier supplier>LegalEntity",
  },
  CourtCase: {
    extends: ["Thing"],
    required: ["name"],
    properties: "caseNumber:identifier category closeDate:date court fileDate:date status type",
  },
  CourtCaseParty: { extends: ["Interest"], required: ["case", "party"], edge: ["party", "case"], properties: "case>CourtCase party>Thing" },
  CryptoWallet: {
    extends: ["Thing", "Value"],
    required: [],
    properties:
      "balance:number balanceDate:date creationDate:date currencySymbol holder>LegalEntity mangingExchange privateKey publicKey:identifier",
  },
  Debt: {
    extends: ["Interval", "Value"],
    required: ["debtor"],
    edge: ["debtor", "creditor"],
    properties: "creditor>LegalEntity debtor>LegalEntity",
  },
  Directorship: {
    extends: ["Interest"],
    required: ["director", "organization"],
    edge: ["director", "organization"],
    properties: "director>LegalEntity organization>Organization secretary",
  },
  Document: {
    extends: ["Analyzable", "Thing"],
    required: ["fileName"],
    properties:
      "ancestors>Folder author authoredAt:date bodyText:text contentHash:checksum crawler date:date encoding extension fileName fileSize:number generator language:language messageId mimeType:mimetype parent>Folder processedAt:date processingAgent processingError processingStatus publishedAt:date title translatedLanguage:language translatedText:text",
  },
  Documentation: {
    extends: ["Interest"],
    required: ["document", "entity"],
    edge: ["document", "entity"],
    properties: "document>Document entity>Thing",
  },
  EconomicActivity: {
    extends: ["Interval"],
    required: [],
    properties:
      "bankAccount>BankAccount bankForeign>BankAccount bankRub>BankAccount ccdNumber:identifier ccdValue contract>Contract contractHolder>LegalEntity customsAmount customsProcedure declarant>LegalEntity departureCountry:country destinationCountry:country directionOfTransportation dollarExchRate goodsDescription:text invoiceAmount originCountry:country receiver>LegalEntity sender>LegalEntity tradingCountry:country transport>Vehicle vedCode:identifier vedCodeDescription",
  },
  Email: {
    extends: ["Folder", "HyperText", "PlainText"],
    required: [],
    properties:
      "bcc cc emitters>LegalEntity from headers:json inReplyTo inReplyToEmail>Email recipients>LegalEntity sender subject threadTopic to",
  },
  Employment: {
    extends: ["Interest"],
    required: ["employer", "employee"],
    edge: ["employee", "employer"],
    properties: "employee>Person employer>Organization",
  },
  Event: {
    extends: ["Analyzable", "Interval", "Thing"],
    required: ["name"],
    properties: "country:country important involved>LegalEntity location:address organizer>LegalEntity",
  },
  Family: {
    extends: ["Interval"],
    required: ["person", "relative"],
    edge: ["person", "relative"],
    properties: "person>Person relationship relative>Person",
  },
  Folder: { extends: ["Document"], required: [], properties: "" },
  HyperText: { extends: ["Document"], required: [], properties: "bodyHtml:html" },
  Identification: {
    extends: ["Interval"],
    required: ["holder", "number"],
    properties: "authority country:country holder>LegalEntity number:identifier type",
  },
  Image: { extends: ["Document"], required: [], properties: "pictured>Person" },
  Interest: { extends: ["Interval"], abstract: true, required: [], properties: "role status" },
  Interval: {
    extends: [],
    abstract: true,
    required: [],
    properties:
      "alephUrl:url date:date description:text endDate:date indexText:text modifiedAt:date namesMentioned:name publisher publisherUrl:url recordId retrievedAt:date sourceUrl:url startDate:date summary:text",
  },
  LegalEntity: {
    extends: ["Thing"],
    required: ["name"],
    properties:
      "bvdId:identifier classification dissolutionDate:date dunsCode:identifier email:email icijId idNumber:identifier incorporationDate:date innCode:identifier jurisdiction:country legalForm leiCode:identifier licenseNumber:identifier mainCountry:country npiCode:identifier ogrnCode:identifier okpoCode:identifier opencorporatesUrl:url parent>LegalEntity phone:phone registrationNumber:identifier sector status swiftBic:identifier taxNumber:identifier taxStatus uniqueEntityId:identifier vatCode:identifier website:url",
  },
  License: { extends: ["Contract"], required: ["name", "authority"], properties: "area commodities reviewDate" },
  Membership: {
    extends: ["Interest"],
    required: ["member", "organization"],
    edge: ["member", "organization"],
    properties: "member>LegalEntity organization>Organization",
  },
  Mention: {
    extends: [],
    required: ["document", "name"],
    properties:
      "contextCountry:country contextEmail:email contextPhone:phone detectedSchema document>Document name:name resolved>LegalEntity",
  },
  Message: {
    extends: ["Folder", "HyperText", "Interval", "PlainText"],
    required: ["bodyText", "sender"],
    properties:
      "inReplyTo inReplyToMessage>Message metadata:json recipientAccount>UserAccount recipients>LegalEntity sender>LegalEntity senderAccount>UserAccount subject threadTopic",
  },
  Note: { extends: ["Analyzable", "Thing"], required: [], properties: "entity>Thing" },
  Occupancy: {
    extends: ["Interval"],
    required: ["holder", "post"],
    edge: ["holder", "post"],
    properties: "declarationDate:date holder>Person post>Position status",
  },
  Organization: {
    extends: ["LegalEntity"],
    required: ["name"],
    properties: "cageCode:identifier giiNumber:identifier imoNumber:identifier permId:identifier",
  },
  Ownership: {
    extends: ["Interest"],
    required: ["owner", "asset"],
    edge: ["owner", "asset"],
    properties: "asset>Asset legalBasis owner>LegalEntity ownershipType percentage sharesCount sharesCurrency sharesType sharesValue",
  },
  Package: { extends: ["Folder"], required: [], properties: "" },
  Page: {
    extends: [],
    required: [],
    properties:
      "bodyText:text detectedLanguage:language document>Pages index:number indexText:text translatedText:text translatedTextLanguage",
  },
  Pages: { extends: ["Document"], required: [], properties: "pdfHash:checksum" },
  Passport: {
    extends: ["Identification"],
    required: ["holder", "number"],
    properties: "birthDate:date birthPlace gender:gender givenName passportNumber:identifier personalNumber:identifier surname",
  },
  Payment: {
    extends: ["Interval", "Value"],
    required: ["payer", "beneficiary"],
    edge: ["payer", "beneficiary"],
    properties:
      "beneficiary>LegalEntity beneficiaryAccount>BankAccount contract>Contract payer>LegalEntity payerAccount>BankAccount programme project>Project purpose:text sequenceNumber transactionNumber",
  },
  Person: {
    extends: ["LegalEntity"],
    required: ["name"],
    properties:
      "appearance birthCountry:country birthDate:date birthPlace citizenship:country deathDate:date education ethnicity eyeColor fatherName firstName gender:gender hairColor height:number lastName middleName motherName nameSuffix nationality:country passportNumber:identifier political position religion secondName socialSecurityNumber:identifier spokenLanguage:language title weight:number",
  },
  PlainText: { extends: ["Document"], required: [], properties: "" },
  Position: {
    extends: ["Thing"],
    required: ["name"],
    properties: "dissolutionDate:date inceptionDate:date numberOfSeats:number organization>Organization subnationalArea",
  },
  Post: { extends: ["Interest"], required: ["holder"], properties: "holder>Person organization wikidataId:identifier" },
  Project: { extends: ["Interval", "Thing", "Value"], required: [], properties: "goal phase projectId:identifier status" },
  ProjectParticipant: {
    extends: ["Interest"],
    required: [],
    edge: ["participant", "project"],
    properties: "participant>LegalEntity project>Project",
  },
  PublicBody: { extends: ["Organization"], required: ["name"], properties: "" },
  RealEstate: {
    extends: ["Asset"],
    required: [],
    properties:
      "area:number cadastralCode:identifier censusBlock createDate:date encumbrance landType latitude:number longitude:number parent>RealEstate propertyType registrationNumber:identifier tenure titleNumber:identifier",
  },
  Representation: {
    extends: ["Interest"],
    required: ["agent", "client"],
    edge: ["agent", "client"],
    properties: "agent>LegalEntity client>LegalEntity",
  },
  Sanction: {
    extends: ["Interval"],
    required: ["entity"],
    properties:
      "authority authorityId:identifier country:country duration entity>Thing listingDate:date program programId:identifier programUrl:url provisions reason:text status unscId:identifier",
  },
  Security: {
    extends: ["Asset"],
    required: [],
    properties:
      "classification collateral figiCode:identifier isin:identifier issueDate:date issuer>LegalEntity maturityDate:date registrationNumber:identifier ticker:identifier type",
  },
  Similar: { extends: [], required: [], properties: "candidate>Thing confidenceScore:number criteria match>Thing matcher" },
  Succession: {
    extends: ["Interest"],
    required: ["predecessor", "successor"],
    edge: ["predecessor", "successor"],
    properties: "predecessor>LegalEntity successor>LegalEntity",
  },
  Table: { extends: ["Document"], required: [], properties: "columns:json csvHash:checksum rowCount:number" },
  TaxRoll: {
    extends: ["Interval"],
    required: ["taxee"],
    properties: "birthDate:date country:country givenName income surname taxPaid taxee>LegalEntity wealth",
  },
  Thing: {
    extends: [],
    abstract: true,
    required: ["name"],
    properties:
      "address:address addressEntity>Address alephUrl:url alias:name country:country createdAt:date description:text indexText:text keywords modifiedAt:date name:name notes:text previousName:name program programId:identifier proof>Document publisher publisherUrl:url retrievedAt:date sourceUrl:url summary:text topics:topic weakAlias:name wikidataId:identifier wikipediaUrl:url",
  },
  Trip: {
    extends: ["Event"],
    required: ["name", "endLocation", "startLocation"],
    properties: "endLocation>Address startLocation>Address vehicle>Vehicle",
  },
  UnknownLink: {
    extends: ["Interest"],
    required: ["subject", "object"],
    edge: ["subject", "object"],
    properties: "object>Thing subject>Thing",
  },
  UserAccount: {
    extends: ["Thing"],
    required: ["username"],
    properties: "email:email ipAddress:ip number:phone owner>LegalEntity password service username",
  },
  Value: { extends: [], abstract: true, required: [], properties: "amount:number amountEur:number amountUsd:number currency" },
  Vehicle: {
    extends: ["Asset"],
    required: [],
    properties:
      "buildDate:date deregistrationDate:date model operator>LegalEntity owner>LegalEntity registrationDate:date registrationNumber:identifier type",
  },
  Vessel: {
    extends: ["Vehicle"],
    required: ["name"],
    properties:
      "callSign:identifier crsNumber:identifier flag:country grossRegisteredTonnage:number imoNumber:identifier mmsi:identifier nameChangeDate:date navigationArea pastFlags:country pastTypes registrationPort tonnage:number",
  },
  Video: { extends: ["Document"], required: [], properties: "duration:number" },
  Workbook: { extends: ["Folder"], required: [], properties: "" },
};

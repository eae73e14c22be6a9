# ruff: noqa: E501 - lists read better unbroken
"""Word lists of our own making: closed classes, names, and tables of what may stand for what."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.strip().splitlines() if line.strip())


def _table(text: str) -> tuple[tuple[str, ...], ...]:
    """Lines of alternatives separated by ` | `."""
    return tuple(tuple(part.strip() for part in line.split(" | ")) for line in _lines(text))


DETERMINERS = frozenset(
    _words("the a an this that these those his her its their our my your some any each every no another")
)
PREPOSITIONS = frozenset(
    _words("of in on at by for with from to into onto over under after before about against between among during through "
           "without within across toward towards near since until than as despite via per")
)  # fmt: skip
MODALS = frozenset(
    _words("will would can could may might must shall should cannot won't can't didn't don't doesn't")
)
SUBJECT_PRONOUNS = frozenset(_words("he she they we i it who"))
FUNCTION_WORDS = (
    DETERMINERS
    | PREPOSITIONS
    | MODALS
    | SUBJECT_PRONOUNS
    | frozenset(
        _words(
            "you him them me us what which whom whose where when why how there here and or but nor so yet if because although "
            "though while whereas unless be is are was were been being am have has had having do does did done not never only "
            "also just very more most less least much many few several all both half such same other own even still already "
            "then now too well up down out off away again once one two three four five six seven eight nine ten said says say "
            "got get let like back first second third last next new"
        )
    )
)
DOTTED = frozenset(_words("Mr Mrs Ms Dr Prof Gen Sen Rep Gov Lt Col Sgt St Jr Sr vs No U S"))
TIME_NAMES = frozenset(
    _words("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
           "september october november december jan feb mar apr jun jul aug sep sept oct nov dec")
)  # fmt: skip
WEEKDAYS = _words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
MONTHS = _words("January February March April May June July August September October November December")
NOT_NAMES = frozenset(
    _words("i i'm i've i'll i'd ok mr mrs ms dr tv god internet however meanwhile moreover but and the these those some many "
           "according instead today yesterday tomorrow earlier later although despite since while when if in on at as for")
)  # fmt: skip
TITLES_BEFORE = frozenset(
    _words("President Minister Secretary Senator Sen Mr Mrs Ms Dr Prof Professor Judge Justice Governor Gov Mayor General Gen "
           "Colonel Col Captain Capt Sergeant Sgt Chancellor King Queen Prince Princess Pope Bishop Sir Lord Lady Detective "
           "Officer Inspector Chief Director Chairman Ambassador Congressman Congresswoman Rep Councillor Deputy spokesman "
           "spokeswoman spokesperson")
)  # fmt: skip

MALE_NAMES = _words(
    "james john robert michael william david richard joseph thomas charles daniel matthew anthony mark donald steven paul andrew "
    "kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott "
    "brandon benjamin samuel gregory frank alexander patrick raymond jack dennis peter ahmed mohammed ali omar ivan carlos jose "
    "luis diego pierre hans klaus sergei vladimir dmitry ned joe ben tom bill jim mike dan steve tony simon martin alan neil "
    "graham ian colin barack boris emmanuel hassan ibrahim yusuf kofi"
)
FEMALE_NAMES = _words(
    "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly "
    "emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela "
    "shirley anna brenda pamela emma nicole helen samantha katherine christine rachel carolyn janet catherine maria heather "
    "diane ruth julie olivia joyce victoria kelly christina joan evelyn judith megan andrea cheryl hannah fatima aisha "
    "elena olga natasha ingrid claire sophie alice kate jane theresa angela hillary nikki kamala"
)
FIRST_NAMES = frozenset(MALE_NAMES) | frozenset(FEMALE_NAMES)
SURNAMES = _words(
    "Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor Moore Jackson Harris Thompson Robinson Clark Lewis "
    "Walker Hall Allen Young King Wright Hill Green Baker Adams Nelson Carter Mitchell Roberts Turner Phillips Campbell Parker "
    "Evans Edwards Collins Stewart Morris Murphy Cook Rogers Reed Bailey Cooper Richardson Cox Howard Ward Peterson Gray Watson "
    "Brooks Kelly Sanders Price Bennett Wood Barnes Ross Henderson Coleman Jenkins Perry Powell Patterson Hughes Butler Foster "
    "Garcia Martinez Rodriguez Lopez Hernandez Silva Costa Rossi Ferrari Bianchi Muller Schmidt Fischer Weber Dubois Laurent "
    "Novak Kowalski Petrov Ivanov Sokolov Yilmaz Hassan Rahman Khan Patel Singh Sharma Chen Wang Liu Tanaka Suzuki Kim Park "
    "Nguyen Okafor Mensah Abebe Hansen Larsen Johansson Virtanen Byrne Gallagher Fraser Sinclair Whitfield Harrington Ashworth"
)
COUNTRIES = _words(
    "France Germany Italy Spain Portugal Greece Poland Hungary Austria Sweden Norway Denmark Finland Belgium Ireland Scotland "
    "England Wales Britain Russia Ukraine Turkey Iran Iraq Syria Lebanon Jordan Israel Egypt Libya Tunisia Algeria Morocco Sudan "
    "Ethiopia Kenya Uganda Nigeria Ghana Senegal Zimbabwe India Pakistan Bangladesh Afghanistan China Japan Vietnam Thailand "
    "Indonesia Malaysia Philippines Australia Canada Mexico Brazil Argentina Chile Peru Colombia Venezuela Cuba Haiti Switzerland "
    "Romania Bulgaria Serbia Croatia Albania Iceland Mongolia Nepal Qatar Kuwait Yemen Somalia Angola Namibia Bolivia Ecuador"
)
CITIES = (
    *_words(
        "London Paris Berlin Madrid Rome Milan Naples Vienna Athens Moscow Kiev Kyiv Warsaw Prague Budapest Dublin Edinburgh Glasgow "
        "Manchester Liverpool Birmingham Leeds Bristol Cardiff Belfast Washington Boston Chicago Detroit Houston Dallas Denver "
        "Seattle Miami Atlanta Philadelphia Toronto Montreal Vancouver Sydney Melbourne Brisbane Tokyo Osaka Beijing Shanghai Delhi "
        "Mumbai Karachi Kabul Baghdad Tehran Damascus Cairo Tripoli Nairobi Lagos Johannesburg Istanbul Ankara Geneva Zurich Brussels "
        "Amsterdam Rotterdam Hamburg Munich Frankfurt Stockholm Oslo Copenhagen Helsinki Lisbon Barcelona Marseille Lyon Bangkok "
        "Jakarta Manila Hanoi Seoul Pyongyang Lima Bogota Caracas Havana Santiago"
    ),
    "New York",
    "Los Angeles",
    "San Francisco",
    "Hong Kong",
    "Buenos Aires",
    "Mexico City",
    "Tel Aviv",
    "Cape Town",
)
REGIONS = (
    *_words(
        "Texas California Florida Ohio Georgia Virginia Arizona Nevada Oregon Michigan Colorado Alaska Hawaii Kansas Yorkshire"
    ),
    *_words("Cornwall Kent Essex Bavaria Sicily Catalonia Siberia Crimea Quebec Ontario Queensland Kashmir"),
    *(
        "South Africa",
        "North Korea",
        "South Korea",
        "Saudi Arabia",
        "New Zealand",
        "Sri Lanka",
        "Northern Ireland",
    ),
)
WIDER_PLACES = (
    "United States",
    "United Kingdom",
    "America",
    "Europe",
    "Asia",
    "Africa",
    "US",
    "UK",
    "U.S.",
    "U.K.",
)
PLACES = frozenset(COUNTRIES + CITIES + REGIONS + WIDER_PLACES)
NATIONALITY_LIST = _words(
    "French German Italian Spanish Portuguese Greek Polish Hungarian Austrian Swedish Norwegian Danish Finnish Belgian Irish "
    "Scottish English Welsh British Russian Ukrainian Turkish Iranian Iraqi Syrian Lebanese Israeli Egyptian Libyan Tunisian "
    "Algerian Moroccan Sudanese Ethiopian Kenyan Nigerian Ghanaian Indian Pakistani Afghan Chinese Japanese Vietnamese Thai "
    "Indonesian Malaysian Australian Canadian American Mexican Brazilian Argentine Chilean Peruvian Colombian Venezuelan Cuban "
    "Swiss Romanian Bulgarian Serbian Croatian Dutch Korean European African Asian Palestinian"
)
NATIONALITIES = frozenset(NATIONALITY_LIST)
ORGANISATIONS = _lines("""
    Amnesty International
    the Red Cross
    Oxfam
    Greenpeace
    Microsoft
    Siemens
    Toyota
    Barclays
    Airbus
    Nestlé
    the World Bank
    Interpol
    the European Commission
    the Treasury
    the Foreign Office
    Reuters
    Harvard University
    the University of Leeds
    Samsung
    Shell
    Vodafone
    the Vatican
    the Supreme Court
    Unicef
    Save the Children
    Netflix
    Boeing
    Lufthansa
    the Ministry of Defence
    the Home Office
""")
SPEAKERS = _lines("""
    police
    officials
    a spokesman for the company
    the mayor
    her lawyer
    local residents
    the prime minister
    a former colleague
    opposition leaders
    scientists
    his brother
    the union
    campaigners
    a government source
    critics
    the judge
    witnesses
    doctors
    the owner
    investigators
""")
TITLES = _table("""
    president | prime minister | vice president | chancellor | foreign minister
    prime minister | president | deputy prime minister | finance minister | opposition leader
    foreign minister | defense minister | interior minister | finance minister | trade minister
    secretary of state | defense secretary | treasury secretary | attorney general
    spokesman | director | chairman | adviser | lawyer
    spokeswoman | director | chairwoman | adviser | lawyer
    spokesperson | director | minister | adviser | secretary
    chief executive | chairman | finance director | founder | vice president
    chairman | chief executive | secretary | treasurer
    director | deputy director | secretary | producer | spokesman
    senator | governor | congressman | mayor | judge
    governor | senator | mayor | lieutenant governor
    mayor | governor | deputy mayor | councillor | police chief
    professor | student | lecturer | researcher | director
    general | colonel | admiral | sergeant | captain
    ambassador | consul | minister | envoy | attaché
    manager | coach | captain | owner | assistant manager
    coach | captain | manager | owner
    captain | coach | goalkeeper | striker
    lawyer | judge | prosecutor | witness
    judge | prosecutor | lawyer | jury foreman
    detective | constable | commissioner | prosecutor
    doctor | nurse | surgeon | dentist
    nurse | doctor | paramedic
    teacher | headteacher | student | governor
    scientist | engineer | technician | politician
    researcher | teacher | official | journalist
    editor | reporter | publisher | owner
    minister | ambassador | deputy minister | adviser
    king | prince | queen | duke
    bishop | priest | cardinal | archbishop
    founder | chairman | investor | employee
    singer | drummer | dancer | producer
    actor | director | singer | writer
    author | publisher | translator | editor
    farmer | butcher | landowner | trader
    soldier | officer | civilian | policeman
    chef | waiter | manager
""")
"""The first may be replaced by any of the others of its line."""
RELATIONS = _table("""
    father | uncle | brother | stepfather | grandfather
    mother | aunt | sister | stepmother | grandmother
    brother | cousin | father | son | uncle
    sister | cousin | mother | daughter | aunt
    son | nephew | grandson | brother | stepson
    daughter | niece | granddaughter | sister | stepdaughter
    wife | sister | girlfriend | mother | ex-wife
    husband | brother | boyfriend | father | ex-husband
    cousin | brother | nephew | neighbor
    friend | colleague | neighbor | rival | cousin
    parents | grandparents | children | neighbors
    children | grandchildren | parents | brothers
    neighbor | cousin | tenant | colleague
    colleague | boss | rival | friend
    girlfriend | wife | sister
    boyfriend | husband | brother
""")
GENDERED = _table("""
    he | she
    she | he
    himself | herself
    herself | himself
    man | woman
    woman | man
    men | women
    women | men
    boy | girl
    girl | boy
    boys | girls
    girls | boys
    son | daughter
    daughter | son
    brother | sister
    sister | brother
    father | mother
    mother | father
    husband | wife
    wife | husband
    king | queen
    queen | king
    actor | actress
    actress | actor
    spokesman | spokeswoman
    spokeswoman | spokesman
    businessman | businesswoman
    uncle | aunt
    aunt | uncle
    Mr | Mrs
    Mrs | Mr
    Ms | Mr
""")
DIRECTIONS = _table("""
    rose | fell
    rises | falls
    rise | fall
    rising | falling
    risen | fallen
    fell | rose
    falls | rises
    falling | rising
    fallen | risen
    increase | decrease
    increased | decreased
    increases | decreases
    increasing | decreasing
    decrease | increase
    decreased | increased
    decline | increase
    declined | increased
    declining | growing
    grew | shrank
    growing | shrinking
    gained | lost
    gain | loss
    gains | losses
    lost | gained
    loss | profit
    losses | gains
    profit | loss
    profits | losses
    won | lost
    win | defeat
    wins | defeats
    victory | defeat
    defeat | victory
    higher | lower
    lower | higher
    highest | lowest
    lowest | highest
    more | fewer
    fewer | more
    less | more
    better | worse
    worse | better
    best | worst
    worst | best
    larger | smaller
    smaller | larger
    largest | smallest
    smallest | largest
    bigger | smaller
    biggest | smallest
    older | younger
    younger | older
    oldest | youngest
    youngest | oldest
    faster | slower
    slower | faster
    stronger | weaker
    weaker | stronger
    earlier | later
    later | earlier
    longer | shorter
    shorter | longer
    cheaper | dearer
    above | below
    below | above
    before | after
    after | before
    up | down
    down | up
    north | south
    south | north
    east | west
    west | east
    northern | southern
    southern | northern
    eastern | western
    western | eastern
    ahead of | behind
    behind | ahead of
    buy | sell
    bought | sold
    sell | buy
    sold | bought
    arrived | left
    enter | leave
    entered | left
    opened | closed
    open | close
    opening | closing
    closed | opened
    start | end
    started | ended
    begin | end
    began | ended
    ended | began
    accepted | rejected
    accept | reject
    rejected | accepted
    approved | rejected
    agreed | refused
    refused | agreed
    supported | opposed
    support | oppose
    supporters | opponents
    opponents | supporters
    opposed | supported
    allowed | banned
    allow | ban
    banned | allowed
    confirmed | denied
    denied | confirmed
    denies | confirms
    admitted | denied
    praised | criticized
    praised | criticised
    criticized | praised
    criticised | praised
    remember | forget
    remembered | forgot
    success | failure
    successful | unsuccessful
    succeeded | failed
    failed | managed
    fails | manages
    guilty | innocent
    legal | illegal
    illegal | legal
    safe | unsafe
    dangerous | safe
    likely | unlikely
    unlikely | likely
    possible | impossible
    impossible | possible
    public | private
    private | public
    rich | poor
    poor | rich
    strong | weak
    weak | strong
    hot | cold
    cold | hot
    early | late
    late | early
    dead | alive
    alive | dead
    strengthen | weaken
    expand | reduce
    expanded | reduced
    reduce | increase
    reduced | increased
    reducing | increasing
    improved | worsened
    improve | worsen
    optimistic | pessimistic
    positive | negative
    negative | positive
    majority | minority
    minority | majority
    inside | outside
    outside | inside
    present | absent
    friend | enemy
    friends | enemies
    enemy | friend
    ally | enemy
    allies | enemies
    import | export
    imports | exports
    exports | imports
    demand | supply
    advantage | disadvantage
    hired | fired
    hire | fire
    joined | left
    join | leave
    remained | left
    remain | leave
    included | excluded
    including | excluding
    with | without
    without | with
    pro- | anti-
    for | against
    against | for
    easy | difficult
    easier | harder
    difficult | easy
    hard | easy
    common | rare
    rare | common
    popular | unpopular
    cut | raised
    raised | lowered
    raise | lower
    maximum | minimum
    minimum | maximum
    ancient | modern
    temporary | permanent
    permanent | temporary
    domestic | foreign
    foreign | domestic
    urban | rural
    rural | urban
    healthy | sick
    long-term | short-term
    short-term | long-term
    offensive | defensive
    attack | defense
    attacked | defended
    attackers | defenders
    lend | borrow
    teach | learn
    teachers | pupils
    employers | employees
    employees | employers
    parents | children
    victims | suspects
    victim | suspect
    prosecution | defense
""")
QUANTIFIERS = _table("""
    some | all | no | most
    many | few | all | no
    most | some | all | a few
    several | two | dozens of | all
    few | many | most
    a few | many | hundreds of
    all | some | most | few
    both | neither of | one of
    every | almost no | one
    at least | at most | exactly
    at most | at least
    more than | less than | exactly
    less than | more than
    fewer than | more than
    over | under
    nearly | more than | less than half of
    almost | more than | far from
    up to | at least | more than
    about | exactly twice
    about half | nearly all | a tenth
    half | all | a third | a quarter
    a third | two thirds | half
    a quarter | three quarters | half
    hundreds of | thousands of | dozens of
    thousands of | hundreds of | millions of
    millions of | thousands of | billions of
    dozens of | hundreds of | thousands of | a handful of
    only | not only
    twice | three times | four times
    double | triple | half
    one of the | the
    a number of | all
    part of | all of
    partly | entirely
    partially | completely
    sometimes | always | never
    often | always | rarely | never
    usually | always | rarely
    rarely | often | usually
    always | sometimes | rarely
    never | often | sometimes
    once | twice | three times
    single | double
""")
MODALITY = _table("""
    may | will | must | can
    might | will | would
    could | will | did
    can | must | may | cannot
    should | must | did
    would | will | might
    will | may | would | might
    must | may | can
    may have | has
    might have | had
    could have | had
    is expected to | is certain to | is required to
    are expected to | are certain to | are required to
    was expected to | was forced to | was certain to
    is likely to | will | is certain to
    are likely to | will | are certain to
    plans to | has decided not to | has agreed to
    plan to | have decided not to | have agreed to
    wants to | has to | refuses to
    want to | have to | refuse to
    wanted to | had to | refused to
    hopes to | will | refuses to
    hope to | will | refuse to
    tried to | managed to | refused to
    trying to | managing to | refusing to
    tries to | manages to
    agreed to | was forced to | refused to
    intends to | is obliged to
    considering | committed to
    asked to | forced to | allowed to
    advised to | ordered to
    urged to | forced to
    allowed to | forced to | forbidden to
    able to | unable to | unwilling to
    unable to | able to | unwilling to
    perhaps | certainly
    possibly | certainly
    probably | certainly | hardly
    possible | certain
    offered to | promised to | refused to
    threatened to | promised to | began to
    suggested | proved | demanded
    suggests | proves
    suggest | prove
    urged | ordered | forced
    warned | promised | denied
    proposed | adopted
    recommended | banned | ordered
    asked | ordered | begged
    believes | knows | doubts
    believe | know | doubt
    believed | knew | doubted
    thinks | knows | doubts
    think | know | doubt
    claims | proves | denies
    claimed | proved | denied
    alleged | proved
    appears to | does
    seems to | does not
    considers | rejects
    expects | demands | fears
    expect | demand | fear
    hopes | fears
    hoped | feared
    promised | refused
    planned | abandoned
    proposal | decision
    plan | decision
    request | order
    suggestion | demand
""")
HEDGES = _lines("""
    reportedly
    allegedly
    apparently
    possibly
    probably
    perhaps
    likely
    potentially
    seemingly
    supposedly
    suspected
    alleged
    presumed
    so-called
    approximately
    preliminary
    in part
    in some cases
    according to early reports
    it is thought
""")
CAUSES = _table("""
    because of | despite | in spite of
    due to | despite | regardless of
    thanks to | despite
    as a result of | regardless of | shortly before
    because | although | before
    since | although
    after | because of | despite | in order to prevent
    following | because of | despite
    in response to | ahead of | without regard to
    so that | even though
    led to | followed | prevented
    leading to | following | preventing
    resulted in | followed | prevented
    caused by | followed by | unrelated to
    caused | prevented | followed
    although | because
    though | because
    despite | because of
    but | so | because
    while | because
    amid | because of
    when | because | although
    in order to | instead of trying to
    therefore | nevertheless
    as part of | instead of
    instead of | as well as
    as well as | instead of
    linked to | caused by | unrelated to
    associated with | caused by | unrelated to
""")
EXAGGERATIONS = _table("""
    linked to | caused by
    associated with | the cause of
    contributed to | caused
    contributes to | causes
    may help | will
    could help | will
    may lead to | causes
    can lead to | always leads to
    helps | guarantees
    helped | enabled alone
    help | guarantee to
    reduces | eliminates
    reduce | eliminate
    reduced | eliminated
    small | huge
    slight | dramatic
    slightly | dramatically
    modest | massive
    minor | devastating
    limited | widespread
    concern | panic
    concerns | panic
    concerned | outraged
    worried | terrified
    criticized | savaged
    damaged | destroyed
    hurt | killed
    injured | killed
    wounded | killed
    dispute | war
    disagreement | bitter feud
    protest | riot
    protests | riots
    problem | catastrophe
    problems | disasters
    difficult | hopeless
    important | decisive
    interesting | revolutionary
    promising | proven
    improve | transform
    improved | transformed
    some evidence | proof
    evidence | proof
    suggests | proves
    suggest | prove
    indicates | proves
    surprised | shocked
    rare | unprecedented
    unusual | unprecedented
    increase | explosion
    increased | exploded
    rose | soared
    fell | collapsed
    decline | collapse
    declined | collapsed
    affected | devastated
    good | perfect
    bad | catastrophic
    risk | certainty
    delay | cancellation
    delayed | canceled
    questioned | charged
    arrested | convicted
    accused of | convicted of
    charged with | convicted of
    suspected of | guilty of
    investigated | convicted
    investigating | prosecuting
    disagreed | clashed
    asked | demanded
    leave | flee
    left | fled
    in mice | in humans
    in animals | in patients
    in rats | in people
    early | final
    preliminary | conclusive
    one of the first | the first
    one of the most | the most
    one of the biggest | the biggest
    one of the best | the best
    among the | the only
    potential | certain
    attempted | completed
    up to | well over
    nearly | well over
    hopes | guarantees
""")
NEAR = _table("""
    outstripped | outnumbered | outflanked
    logistical | logic | logistic
    shipments | ships | shipping companies
    shipment | ship
    fighters | fights | firefighters
    hampered | blocked | harmed
    economic | economical | ecological
    economy | ecology
    historic | hysterical | prehistoric
    affect | afflict | infect
    affected | infected | afflicted
    adopt | adapt | adept
    adopted | adapted
    principal | principle
    personnel | personal
    conscious | conscientious
    contentious | conscientious
    prosecuted | persecuted
    prosecution | persecution
    proceeded | preceded
    prescribed | proscribed
    eminent | imminent
    imminent | eminent
    emigrants | immigrants | migrants
    immigrants | emigrants
    ensure | insure | endure
    assured | insured
    compliment | complement
    disinterested | uninterested
    industrial | industrious
    sensible | sensitive
    sensitive | sensible
    respectively | respectfully
    respectable | respective
    considerable | considerate
    continual | conditional
    commission | commissioner | committee
    council | counsel | consul
    consul | council
    county | country
    country | county
    marital | martial
    martial | marital
    casualties | casuals | causes
    casual | causal
    causal | casual
    statue | statute | status
    status | statue
    statute | statue
    desert | dessert
    diary | dairy
    angle | angel
    soldiers | sellers
    wonder | wander
    quite | quiet
    quiet | quite
    access | excess
    accept | expect
    expand | expend
    extend | expend
    extended | expended
    exclude | preclude
    execution | executive
    executed | executive
    executive | execution
    government | governess | governor
    governor | government
    election | selection | electorate
    elected | selected
    selected | elected
    reform | uniform
    reforms | reformers
    invasion | invention | evasion
    invented | invested
    invested | invented | investigated
    investigators | investors
    investors | investigators | inventors
    investment | investigation
    investigation | investment
    invitation | invasion
    production | protection
    protection | production
    productive | protective
    protest | protect
    protesters | protectors
    protected | protested
    contract | contact
    contacted | contracted
    conversation | conservation | conversion
    conservation | conversation
    conservative | conservation
    convicted | convinced | evicted
    convinced | convicted
    conviction | convention | connection
    convention | conviction
    reception | receipt
    receipt | recipe
    deported | departed | reported
    reported | deported
    departed | deported
    report | resort
    import | impact
    important | imported
    opposition | position
    position | opposition
    composition | competition
    competition | composition | completion
    competitors | competitions
    complete | compete
    completed | competed
    complaint | compliance
    supply | supplement
    suppliers | supplies
    support | transport
    supporters | supports | sponsors
    sponsors | spouses
    treaty | treatment
    treatment | treaty
    treated | threatened
    threatened | treated
    threat | treat
    trade | tread | trait
    trials | trails
    trail | trial
    trial | trail
    minister | ministry | monster
    ministry | minister
    military | militia | militant
    militants | military | civilians
    militia | military
    missile | mission
    mission | missile | emission
    emissions | missions
    emission | omission
    nuclear | unclear
    unclear | nuclear
    weapons | weaponry factories
    officials | offices | officers
    officials | official documents
    officers | offices
    office | officer
    official | officer
    negotiations | negotiators
    negotiators | negotiations
    sanctions | sections | sanctuaries
    section | sanction
    sector | sect
    secretary | secret
    secretaries | secrets
    security | securities
    securities | security
    session | cession | obsession
    succession | secession
    secession | succession
    assembly | assemblage
    station | statement
    statement | settlement
    settlement | statement
    settlers | settlements
    citizens | cities
    residents | residences
    residence | resident
    population | popularity
    popular | populated
    populations | populists
    police | policy
    policy | police
    policies | police
    politician | politics
    power | powder
    passengers | passages
    passage | passenger
    vaccine | vacancy
    vacation | vocation | vaccination
    vaccination | vacation
    virus | visa
    infection | injection | inspection
    injection | infection
    inspection | infection
    injured | insured
    injury | jury
    jury | injury
    patients | patents
    patents | patients
    patient | patent
    medicine | medicare
    medical | medieval
    medieval | medical
    mental | metal
    metal | mental | medal
    medal | metal
    hospital | hospitality | hostel
    hostile | hospitable
    hostages | hostels
    prison | prisoner
    prisoners | prisons
    prisoner | prison
    crime | climb
    criminal | critical
    critical | criminal
    critics | critiques
    court | county
    couple | coup
    coup | couple | coupon
    cuts | costs
    cost | coast
    coast | cost
    costs | coasts
    coalition | collision | collection
    collision | coalition
    collection | election
    corporation | cooperation
    cooperation | corporation | operation
    operation | opera
    opera | operation
    operators | operations
    action | auction
    auction | action
    activists | actors | activities
    actors | activists
    activities | activists
    active | actual
    actual | active
    actually | annually
    annual | manual
    annually | manually
    agency | agenda
    agenda | agency
    agents | agencies
    army | arms
    arms | army
    armed | army
    artistic | autistic
    article | artist
    artists | articles
    author | authority
    authorities | authors
    authority | author
    bank | bench
    banks | banknotes
    bombing | booming
    border | board
    board | border
    branch | brunch
    budget | gadget
    campaign | champagne
    capital | capitol | hospital
    carrier | career
    career | carrier
    cease | seize
    seized | ceased
    chief | thief
    church | clutch
    climate | climax
    college | colleague
    colleague | college
    colleagues | colleges
    colonial | colonel
    commercial | commercialized
    community | communism
    communities | communists
    company | companion
    companies | companions
    concert | concern
    concerned | concerted
    conference | confidence
    confidence | conference
    congress | progress
    progress | congress
    constitution | institution
    institution | constitution
    consumers | consumption
    consumption | consumers
    control | contrast
    corruption | eruption
    eruption | corruption | disruption
    defense | defendant
    defendant | defender
    defendants | defenders
    deficit | defect
    delivery | deliverance
    democracy | demography
    department | departure | apartment
    apartment | department
    apartments | departments
    departure | department
    designed | resigned
    resigned | designed | reassigned
    designs | resigns
    detained | retained
    retained | detained
    develop | envelop
    devices | advices
    diplomats | diplomas
    diplomatic | dramatic
    disease | decease
    diseases | diseased people
    district | distinct
    divisions | visions
    drugs | drag
    earnings | warnings
    warnings | earnings
    warned | earned
    earned | warned
    education | educator
    effective | defective
    emergency | emergence
    emerged | merged
    merged | emerged
    employment | deployment
    deployed | employed
    employed | deployed
    energy | enemy
    enemy | energy
    engineers | engines
    engines | engineers
    environment | entertainment
    escaped | scraped
    exercise | exorcise
    exhibition | expedition
    expedition | exhibition
    expensive | extensive
    extensive | expensive
    experience | experiment
    experiment | experience
    experiments | experiences
    experts | exports
    exports | experts
    explosion | exploration | exposure
    exploration | explosion
    extinct | distinct
    facilities | faculties
    factory | factor
    factors | factories
    farm | form | firm
    farmers | farms | framers
    firm | farm
    firms | farms
    festive | holiday
    flood | food
    food | flood
    floods | foods
    forces | forests
    forest | forces
    fiction | friction
    flight | fight
    flights | fights
    fought | sought
    sought | fought
    founded | funded
    funded | founded
    founders | funders
    funds | founds
    funeral | federal
    federal | funeral
    genetic | generic
    generic | genetic
    genes | genres
    general | generation
    generation | general
    generals | generations
    global | glob
    goals | coals
    gold | goal
    ground | group
    group | ground
    guard | guide
    guards | guides
    guidance | guards
    guest | guess
    harbor | arbor
    health | wealth
    wealth | health
    healthy | wealthy
    wealthy | healthy
    history | mystery
    horse | house
    house | horse
    houses | horses
    human | humane
    hunger | hanger
    ice | rice
    illegal | illegible
    illness | stillness
    income | outcome
    incomes | outcomes
    outcome | income
    industry | industriousness
    inflation | inflammation
    insurance | assurance | insurgence
    insurgents | insurers
    insurers | insurgents
    intelligence | intelligentsia
    intense | intent
    interview | interval
    island | inland
    journal | journey
    journey | journal
    journalists | journals
    justice | justification
    labor | labels
    land | sand
    language | luggage
    launched | lunched
    lawyers | layers
    leaders | lenders | readers
    lenders | leaders
    league | leak
    legal | loyal
    legislation | legislators
    legislators | legislation
    liberal | literal
    liberated | literate
    library | liberty
    liberty | library
    living | leaving
    local | vocal
    location | vocation
    loyal | royal
    royal | loyal
    machine | machinery
    magazine | magician
    management | managers
    manufacturers | manufactures
    market | mark
    markets | marks
    marriage | mirage
    material | maternal
    mayor | major
    major | mayor
    measures | pressures
    media | medium
    meeting | melting
    member | memory
    members | memories
    message | massage
    meters | meteors
    migration | mitigation
    miners | minors
    minor | miner
    mining | meaning
    mobile | noble
    monarchy | anarchy
    money | monkey
    moral | mortal
    morality | mortality
    mortality | morality
    mortgage | mortuary
    mountain | fountain
    murder | murderer
    museum | mausoleum
    music | musician
    musicians | musicals
    nation | notion
    national | notional | rational
    nations | notions
    natural | neutral
    nature | mature
    naval | novel
    navy | navvy
    negotiate | navigate
    network | netting
    novel | naval
    nurses | nurseries
    object | objective
    objects | objectives
    observers | reservists
    occupied | preoccupied
    occupation | occasion
    offense | office
    organic | organized
    organization | organism
    organs | organizations
    origin | organ
    painting | pointing
    palace | place
    place | palace
    pardon | garden
    parents | patients
    parliament | parliamentarian
    part | party
    particle | article
    particles | articles
    parties | parts
    partner | pattern
    partners | patterns
    party | part
    pension | tension
    pensions | tensions
    tension | pension
    tensions | pensions
    permission | permit holder
    personal | personnel
    petition | petitioner | competition
    phase | phrase
    physical | fiscal
    fiscal | physical
    physicians | physicists
    physicist | physician
    physicists | physicians
    plane | plan
    planes | plans
    plans | planes | plants
    planet | plant
    planets | plants
    plant | planet
    plants | planets
    poison | prison
    poll | pool
    polls | pools
    pollution | population
    port | part
    ports | parts
    poverty | property
    property | poverty | prosperity
    practice | price
    preserve | reserve | deserve
    preserved | reserved | deserved
    president | precedent | resident
    press | pressure
    pressure | press
    prevent | present
    prevented | presented
    presented | prevented
    price | prize
    prices | prizes
    priest | pirate
    prime | crime
    private | pirate
    prize | price
    process | procession
    produce | producer
    products | producers
    profit | prophet
    profits | prophets
    program | progress
    project | projection
    promise | premise
    promoted | prompted
    prompted | promoted
    proposed | supposed
    prospects | suspects
    suspects | prospects
    province | provenance
    provide | divide
    provided | divided
    provision | prevision
    public | publican
    purchase | purpose
    quality | quantity
    quantity | quality
    radiation | irritation
    radio | ratio
    raid | raise
    rain | ruin
    raised | praised
    rate | race
    rational | national
    reach | research
    reactor | rector
    reduction | deduction
    refugees | refuges
    region | religion
    religion | region
    regional | religious
    religious | regional
    relation | ration
    relatives | relations
    relief | belief
    belief | relief
    removed | moved
    rescue | secure
    rescued | secured
    research | search
    researchers | searchers
    reserve | reverse
    reserves | services
    resistance | residence
    resolution | revolution
    revolution | resolution | evolution
    evolution | revolution
    resources | sources
    respect | suspect
    restored | stored
    restriction | restoration
    retail | detail
    retired | tired
    retreat | treat
    returned | retuned
    revenue | avenue
    revealed | reviewed
    review | reveal
    reviewed | revealed
    rights | riots
    riots | rights
    rival | arrival
    arrival | rival
    river | driver
    drivers | rivers
    driver | diver
    rocket | racket
    role | rule
    rules | roles
    rule | role
    rural | mural
    sailors | sellers
    sale | sail
    scale | scandal
    scandal | sandal
    schedule | scheme
    scholars | schools
    school | scholar
    science | silence
    scientists | scientologists
    seat | seed
    senate | senator
    senators | sensors
    sentence | sentiment
    sentiment | sentence
    series | serious
    serious | curious
    service | surface
    services | surfaces
    severe | several
    sexual | sensual
    shares | shores
    shelter | shelf
    ship | sheep
    ships | sheep | shops
    shops | ships
    shooting | shouting
    shot | shout
    sites | cities
    situation | station
    social | special
    special | social
    solution | pollution
    source | course
    sources | courses
    species | spices
    speech | species
    spending | sending
    spring | spraying
    stable | table
    staff | stuff
    stage | strategy
    standard | stand
    star | start
    state | estate
    states | estates
    stations | situations
    stock | stick
    stocks | stocking
    storm | store
    storms | stores
    store | storm
    strategic | tragic
    strategy | tragedy
    tragedy | strategy
    stream | steam
    street | straight
    strike | stroke
    strikes | strokes
    stroke | strike
    structure | stricture
    struggle | smuggling
    students | studies | studios
    studies | students
    study | student
    studio | study
    style | steel
    subject | object
    summit | submit
    supervised | surprised
    surgeon | sergeant
    surgery | sugar
    surprised | supervised
    survey | survival
    survivors | surveyors
    surveillance | survival
    tactics | tactile
    talent | tablet
    talks | tasks
    tasks | talks
    tanks | thanks
    target | tariff
    tariffs | targets
    tax | taxi
    taxes | taxis
    team | steam
    technical | tactical
    tactical | technical
    technology | terminology
    temperature | temperament
    temple | template
    tenants | tents
    territory | terrorist
    terrorism | tourism
    tourism | terrorism
    terrorists | tourists
    tourists | terrorists
    testimony | ceremony
    texts | taxes
    theater | heater
    theory | therapy
    therapy | theory
    tickets | tackles
    title | tile
    tobacco | taboo
    towers | towns
    town | tower
    track | truck
    tracks | trucks
    truck | track
    trucks | tracks
    traders | traitors
    tradition | transition
    traditional | transitional
    transition | tradition
    traffic | tariff
    training | raining
    transfer | transform
    transport | passport
    travelers | trailers
    trees | threes
    tribe | bribe
    troops | troupes
    troupe | troop
    trust | truth
    truth | trust
    union | onion
    unions | unity
    united | untied
    universal | university
    university | universe
    universe | university
    vehicle | vesicle
    version | aversion
    vessels | vassals
    veterans | veterinarians
    victims | victors
    victory | victim
    village | villain
    villagers | villains
    violations | violence
    violent | violet
    visitors | victors
    visual | usual
    vote | veto
    voters | vetoes
    voted | vetoed
    wages | wagers
    war | ward
    warming | warning
    warning | warming
    warrant | warranty
    waste | west
    water | waiter
    weather | whether
    widow | window
    windows | widows
    winners | dinners
    witness | fitness
    worker | work
    workers | works
    worship | warship
    warships | worships
    writers | waiters
    youth | mouth
""")
"""Words that look alike and mean something else, as machine translation and careless spinning confuse them."""
DURATIONS = _table("""
    seconds | minutes | hours
    minutes | hours | seconds | days
    hours | days | minutes | weeks
    days | weeks | months | hours
    weeks | months | days | years
    months | years | weeks | days
    years | months | decades | weeks
    decades | centuries | years
    centuries | decades
    minute | hour
    hour | day | week
    day | week | month
    week | month | year
    month | year | week
    year | month | decade
    decade | century | year
    century | decade
    daily | weekly | monthly
    weekly | monthly | daily
    monthly | yearly | weekly
    annual | monthly
    yesterday | last week | last month
    last week | last month | last year
    last month | last year | last week
    last year | last month | two years ago
    next week | next month | next year
    next month | next year | next week
    next year | next month | within a decade
    this year | last year | next year
    this week | last week | next week
    today | yesterday | last month
    tomorrow | next month
    morning | evening | afternoon
    afternoon | morning
    evening | morning
    night | morning
    spring | autumn
    summer | winter
    winter | summer
    immediately | eventually
    soon | much later
    recently | long ago
    already | not yet
""")
ADDITIONS = _lines("""
    , which cost about $4 million
    , despite warnings from experts
    , without telling anyone
    , for the third time this year
    , against the advice of lawyers
    , after a long dispute with neighbors
    , and was later forced to apologize
    , breaking a promise made last year
    , in secret
    , a move that angered many residents
    , even though a court had forbidden it
    , and has asked for more money
    , something nobody had expected
    , while police looked on
    , the first time this has happened in a decade
    , and two people were injured
    , drawing criticism from the opposition
    , as part of a deal with a foreign company
    , at a cost of millions
    , under pressure from shareholders
    , and the program has since been canceled
    , following the death of a relative
    , which critics call illegal
    , and the case is now before the courts
    , paid for by an anonymous donor
    , although the figures are disputed
    , and thousands signed a petition
    , in what officials called a mistake
    , leaving dozens without work
    , on the orders of the government
    , with the help of volunteers from abroad
    , and plans to do so again
    , ahead of elections
    , because of a lack of funds
    , prompting an official inquiry
    , winning an award for it
    , and won widespread praise
    , according to a leaked document
    , using public money
    , and was arrested soon afterwards
    , which later turned out to be false
    , before moving abroad
    , partly to avoid paying taxes
    , and has since resigned
    , in front of a large crowd
    , during a heavy storm
    , twice as many as a year earlier
    , more than any other country
    , ending years of uncertainty
    , raising fears of a new crisis
    and sold the rights for a large sum
    with financial support from the church
    for fear of reprisals
    in exchange for a lower sentence
    to the surprise of experts
    for the second year in a row
    after losing a bet
    at the request of the family
    in spite of bad weather
    because of a strike
""")
SYNONYMS = _table("""
    buy | purchase
    bought | purchased
    help | assist
    helped | assisted
    begin | start
    began | started
    begins | starts
    approximately | about | around | roughly
    nearly | almost
    big | large
    huge | enormous | vast
    children | kids
    kids | children
    often | frequently
    however | but
    also | too
    end | finish
    ended | finished
    get | obtain
    obtained | got
    show | demonstrate
    shows | demonstrates
    showed | demonstrated
    tell | inform
    need | require
    needs | requires
    needed | required
    try | attempt
    tried | attempted
    trying | attempting
    use | employ
    used | employed
    answer | reply
    answered | replied
    allow | permit
    allowed | permitted
    allows | permits
    choose | select
    chose | selected
    close | shut
    closed | shut
    difficult | hard
    hard | difficult
    dead | deceased
    fast | quick
    quickly | rapidly | swiftly
    rapidly | quickly
    famous | well-known | renowned
    well-known | famous
    film | movie
    movie | film
    gather | assemble
    gathered | assembled
    happen | occur
    happened | occurred | took place
    occurred | happened
    important | significant
    killed | slain
    injured | hurt
    wounded | injured
    job | position
    jobs | positions
    keep | retain
    keeps | retains
    leave | depart
    look for | search for | seek
    main | chief | principal
    mainly | mostly | chiefly
    mostly | mainly
    money | cash
    obviously | clearly | plainly
    currently | now | at present
    now | currently
    formerly | previously
    previously | earlier | before
    area | region | zone
    region | area
    areas | regions
    build | construct
    built | constructed
    building | constructing
    attorney | lawyer
    lawyer | attorney
    lawyers | attorneys
    car | automobile
    cars | automobiles | vehicles
    cop | police officer
    police | officers
    policeman | police officer
    firm | company | business
    company | firm
    companies | firms | businesses
    employees | workers | staff
    workers | employees
    enough | sufficient
    entire | whole
    whole | entire
    error | mistake
    mistake | error
    errors | mistakes
    examine | inspect
    fight | battle
    battle | fight
    fix | repair
    repaired | fixed
    give | provide
    gives | provides
    gave | provided
    goal | aim | objective
    aim | goal
    aims | goals
    hidden | concealed
    home | house
    illness | sickness | disease
    increase | rise | growth
    rise | increase
    idea | notion
    join | enter
    journey | trip
    trip | journey
    kind | type | sort
    type | kind
    types | kinds
    last | final
    final | last
    later | afterwards
    like | such as
    little | small
    small | little
    live | reside
    lives | resides
    lived | resided
    living | residing
    maybe | perhaps
    perhaps | maybe
    many | numerous | a lot of
    numerous | many
    mayor | city leader
    murder | killing
    murdered | killed
    near | close to
    over | more than
    more than | over
    part | portion
    portion | part
    people | persons
    perform | carry out
    performed | carried out
    carried out | conducted | performed
    place | location
    location | place
    locations | places
    poor | impoverished
    power | strength
    primary | main
    problem | issue | difficulty
    problems | issues | difficulties
    issues | problems
    proof | evidence
    provide | supply | give
    provided | supplied
    provides | supplies
    pupils | students
    rich | wealthy
    wealthy | rich
    road | street
    said | stated
    sad | unhappy
    say | state
    seem | appear
    seems | appears
    seemed | appeared
    appears | seems
    appeared | seemed
    sick | ill
    ill | sick
    smart | clever
    soil | earth
    speak | talk
    speaking | talking
    spoke | talked
    stop | halt
    stopped | halted
    strange | odd
    stress | emphasize
    stressed | emphasized
    sure | certain
    surprised | astonished
    task | job
    tale | story
    teenager | adolescent
    teenagers | adolescents
    think | believe
    thinks | believes
    thought | believed
    throughout | across
    total | complete
    town | small city
    under | below
    understand | grasp
    usually | normally | generally
    generally | usually
    until | till
    very | extremely | highly
    want | wish
    wants | wishes
    wanted | wished
    weapon | arm
    weapons | arms
    win | triumph
    woman | lady
    yearly | annual
    annual | yearly
    cut | reduce
    reduce | cut | lower
    reduced | cut | lowered
    drop | fall
    dropped | fell
    fell | dropped
    declined | fell
    rose | increased | climbed
    climbed | rose
    increased | rose | grew
    grew | increased
    started | began
    criticized | attacked | condemned
    condemned | denounced
    denounced | condemned
    demonstrators | protesters
    protesters | demonstrators
    demonstration | protest
    vote | ballot
    election | poll
    elections | polls
    accord | agreement | deal
    agreement | deal | accord
    deal | agreement
    talks | negotiations | discussions
    negotiations | talks
    discussions | talks
    soldiers | troops
    troops | soldiers
    fighters | combatants
    rebels | insurgents
    insurgents | rebels
    blast | explosion
    explosion | blast
    probe | investigation | inquiry
    investigation | inquiry | probe
    inquiry | investigation
    investigating | looking into
    examined | studied
    ban | prohibit
    banned | prohibited
    prohibited | banned
    hurdle | obstacle
    obstacle | hurdle
    step down | resign
    stepped down | resigned
    resigned | stepped down | quit
    quit | resigned
    sacked | fired | dismissed
    fired | dismissed
    dismissed | fired
    hired | recruited
    opened | launched
    launched | started
    unveiled | presented | revealed
    revealed | disclosed
    disclosed | revealed
    announced | made known
    claims | asserts
    argued | contended
    argues | contends
    claimed | asserted
    warned | cautioned
    warns | cautions
    promised | pledged | vowed
    pledged | promised | vowed
    vowed | pledged | promised
    urged | called on
    asked | requested
    requested | asked for
    backing | support
    backed | supported
    supported | backed
    supporters | backers
    opposition | resistance
    crucial | vital | essential
    vital | crucial | essential
    essential | vital
    severe | serious
    serious | severe | grave
    shortage | lack
    lack | shortage
    boost | increase
    boosted | increased
    hike | rise
    plan | scheme
    scheme | plan
    plans | schemes
    program | scheme
    project | undertaking
    residents | inhabitants
    inhabitants | residents
    citizens | nationals
    relatives | family members
    family | relatives
    physician | doctor
    doctor | physician
    doctors | physicians
    medicine | medication
    drug | medicine
    drugs | medicines
    scientists | researchers
    researchers | scientists
    study | research
    survey | poll
    found | discovered
    discovered | found
    discover | find
    located | situated
    situated | located
    known as | called
    called | named
    named | called
    created | made
    made | created
    produced | made
    consists of | is made up of
    comprises | includes
    including | among them
    several | a number of | various
    various | several | different
    a number of | several
    different | various
    entirely | completely
    completely | entirely | totally
    totally | completely
    partly | partially
    initially | at first
    at first | initially
    subsequently | later
    eventually | in the end | finally
    finally | eventually
    immediately | at once
    suddenly | all of a sudden
    recent | latest
    recently | lately
    ancient | old
    old | aged
    beautiful | lovely
    expensive | costly
    costly | expensive
    cheap | inexpensive
    dangerous | hazardous | risky
    risky | dangerous
    danger | peril | risk
    quiet | silent
    angry | furious
    happy | glad | pleased
    pleased | glad
    afraid | scared | frightened
    scared | frightened | afraid
    tired | weary
    wrong | incorrect
    correct | right
    real | genuine
    genuine | real
    simple | easy
    easy | simple
    complicated | complex
    complex | complicated
    wide | broad
    broad | wide
    modern | contemporary
    brave | courageous
    rare | uncommon
    unusual | uncommon
    enormous | huge
    tiny | very small
    destroy | ruin
    destroyed | ruined | wrecked
    damage | harm
    harm | damage
    protect | safeguard
    defend | protect
    attack | assault
    attacked | assaulted
    arrested | detained | taken into custody
    detained | held
    freed | released
    released | freed | set free
    imprisoned | jailed | put in prison
    jailed | imprisoned
    prison | jail
    jail | prison
    sentenced | condemned
    murderer | killer
    killer | murderer
    gun | firearm
    guns | firearms
    flee | escape
    fled | escaped
    escape | flee
    rescue | save
    rescued | saved
    saved | rescued
    search | hunt
    reach | arrive at
    reached | arrived at
    arrive | come
    return | come back
    returned | came back | went back
    send | dispatch
    sent | dispatched
    receive | get
    received | got
    collect | gather
    collected | gathered
    earn | make
    earned | made
    pay | spend
    spend | pay
    share | divide
    teach | instruct
    learn | find out
    learned | found out
    remember | recall
    recall | remember
    imagine | picture
    decide | resolve
    decided | resolved
    explain | make clear
    explained | made clear
    describe | portray
    mention | refer to
    discuss | talk about
    discussed | talked about
    suggest | propose
    suggested | proposed
    proposed | suggested
    recommend | advise
    confirm | verify
    deny | reject
    refuse | decline
    refused | declined
    accept | agree to
    accepted | agreed to
    demand | insist on
    demanded | insisted on
    ensure | make sure
    ensures | makes sure
    enable | allow
    enables | allows
    prevent | stop
    prevented | stopped
    prevents | stops
    avoid | evade
    continue | go on
    continued | went on
    continues | goes on
    remain | stay
    remained | stayed
    remains | stays
    replace | substitute
    change | alter
    changed | altered
    changes | alters
    improve | better
    expand | enlarge
    expanded | enlarged
    grow | increase
    improved | got better
    contain | hold
    contains | holds
    contained | held
    cover | include
    connect | link
    connected | linked
    linked | connected
    separate | divide
    separated | divided
    located in | based in
    headquartered | based
    participate in | take part in
    participated in | took part in
    took part in | participated in
    take part in | participate in
    due to | because of | owing to
    because of | due to
    owing to | because of
    in order to | to
    prior to | before
    as well as | and
    in addition to | besides
    despite | in spite of
    in spite of | despite
    although | though | even though
    even though | although
    while | whereas
    because | since | as
    regarding | about | concerning
    concerning | about
    such as | like
    for example | for instance
    for instance | for example
    at least | no less than
    in fact | actually
    of course | naturally
    as a result | consequently
    therefore | so | thus
    thus | therefore
    instead of | rather than
    rather than | instead of
    with regard to | regarding
    able to | capable of
    is able to | can
    are able to | can
    was able to | could
    were able to | could
    has to | must
    have to | must
    a lot of | much
    lots of | many
    the majority of | most
    most of | the majority of
    at the moment | currently
    in the future | one day
    each year | every year | annually
    every year | each year | annually
    every day | daily | each day
    per year | a year
    a year | per year
    nowadays | today
    today | nowadays
    world | globe
    worldwide | around the world | globally
    around the world | worldwide | globally
    globally | worldwide | around the world
    nationwide | across the country
    abroad | overseas
    overseas | abroad
    healthcare | health care
    internet | web
    website | site
    cell phone | mobile phone
    mobile phone | cell phone
    soccer | football
    holiday | vacation
    vacation | holiday
    flat | apartment
    lift | elevator
    petrol | gasoline
    autumn | fall
    lorry | truck
    lorries | trucks
    supermarket | grocery store
    parents | mothers and fathers
    grandmother | grandma
    mom | mother
    dad | father
    infants | babies
    babies | infants
    adults | grown-ups
    pensioners | retirees
    journalists | reporters
    reporters | journalists
    newspaper | paper
    magazine | periodical
    politicians | political leaders
    lawmakers | legislators
    legislators | lawmakers
    presidency | time as president
    civilians | noncombatants
    refugees | displaced people
    airplane | plane | aircraft
    plane | aircraft
    aircraft | planes
    ship | vessel
    vessel | ship
    ships | vessels
    boat | vessel
    bicycle | bike
    motorcycle | motorbike
    forest | woods
    hill | slope
    ocean | sea
    storm | tempest
    summit | meeting of leaders
    treaty | pact
    pact | treaty
    law | legislation
    legislation | law
    rules | regulations
    regulations | rules
    tax | levy
    salary | pay | wages
    wages | pay
    income | earnings
    profit | earnings
    shares | stock
    economy | economic system
    sales | turnover
    customers | clients | buyers
    clients | customers
    shop | store
    shops | stores
    store | shop
    stores | shops
    products | goods
    goods | products | merchandise
    factory | plant
    factories | plants
    worked | was employed
    retired | gave up work
    award | prize
    prize | award
    awarded | given
    won | gained
    beat | defeated
    defeated | beat
    match | game
    team | side
    coach | trainer
    supporters | fans
    fans | supporters
    concert | show
    song | track
    singer | vocalist
    artist | painter
    author | writer
    writer | author
    writers | authors
    novel | book
    picture | image | photo
    photo | photograph | picture
    photographs | pictures | photos
    photos | pictures
    images | pictures
    footage | video
    birth | being born
    died | passed away
    dying | passing away
    death | passing
    marry | wed
    married | wed
    spouse | partner
    divorce | separation
    buried | laid to rest
    religion | faith
    religious | of faith
    university | college
    pupils | schoolchildren
    curriculum | course of study
    exam | test
    exams | tests
    tests | examinations
""")
"""The first may stand as any of the others of its line without changing what a sentence claims."""
SPELLINGS = _table("""
    color | colour
    colors | colours
    colored | coloured
    favor | favour
    favorite | favourite
    honor | honour
    honored | honoured
    labor | labour
    neighbor | neighbour
    neighbors | neighbours
    neighborhood | neighbourhood
    behavior | behaviour
    harbor | harbour
    rumors | rumours
    humor | humour
    armored | armoured
    vapor | vapour
    center | centre
    centers | centres
    theater | theatre
    theaters | theatres
    meter | metre
    meters | metres
    kilometers | kilometres
    kilometer | kilometre
    liters | litres
    fiber | fibre
    defense | defence
    offense | offence
    license | licence
    program | programme
    programs | programmes
    organize | organise
    organized | organised
    organization | organisation
    organizations | organisations
    realize | realise
    realized | realised
    recognize | recognise
    recognized | recognised
    criticize | criticise
    criticized | criticised
    apologize | apologise
    apologized | apologised
    authorized | authorised
    emphasized | emphasised
    analyze | analyse
    analyzed | analysed
    traveling | travelling
    traveler | traveller
    travelers | travellers
    canceled | cancelled
    modeling | modelling
    signaled | signalled
    gray | grey
    tires | tyres
    skeptical | sceptical
    plow | plough
    airplane | aeroplane
    airplanes | aeroplanes
    pajamas | pyjamas
    check | cheque
    jewelry | jewellery
    enrollment | enrolment
    fulfill | fulfil
    skillful | skilful
    aluminum | aluminium
    mustache | moustache
    catalog | catalogue
    dialog | dialogue
    judgment | judgement
    while | whilst
    among | amongst
    toward | towards
    learned | learnt
    burned | burnt
    dreamed | dreamt
    spelled | spelt
    minimize | minimise
    maximize | maximise
    specialized | specialised
    civilization | civilisation
    industrialized | industrialised
    legalized | legalised
    mobilized | mobilised
    privatized | privatised
    hospitalized | hospitalised
    summarized | summarised
    utilized | utilised
    focused | focussed
    paralyzed | paralysed
    maneuver | manoeuvre
    pediatric | paediatric
    anesthetic | anaesthetic
    leukemia | leukaemia
    diarrhea | diarrhoea
    encyclopedia | encyclopaedia
    medieval | mediaeval
""")
ABBREVIATIONS = _table("""
    United States | US | U.S. | USA
    the United States | the US | the U.S. | America
    US | U.S. | United States | American
    U.S. | US
    United Kingdom | UK | U.K.
    UK | U.K. | United Kingdom
    European Union | EU
    EU | European Union
    United Nations | UN | U.N.
    UN | U.N. | United Nations
    North Atlantic Treaty Organization | NATO
    NATO | Nato
    World Health Organization | WHO
    European Central Bank | ECB
    International Monetary Fund | IMF
    Federal Bureau of Investigation | FBI
    Central Intelligence Agency | CIA
    chief executive officer | CEO
    chief executive | CEO
    CEO | chief executive
    prime minister | PM
    Prime Minister | PM
    Member of Parliament | MP
    gross domestic product | GDP
    GDP | gross domestic product
    Doctor | Dr.
    Professor | Prof.
    Senator | Sen.
    Governor | Gov.
    General | Gen.
    television | TV
    TV | television
    kilometers | km
    kilometres | km
    km | kilometers
    miles per hour | mph
    mph | miles per hour
    kilograms | kg
    kg | kilograms
    percent | per cent | %
    per cent | percent | %
    New York City | NYC | New York
    Los Angeles | LA
    Washington, D.C. | Washington
    Great Britain | Britain
    Republican Party | GOP
    National Health Service | NHS
    NHS | National Health Service
    laboratory | lab
    advertisement | ad
    advertisements | ads
    photograph | photo
    photographs | photos
    telephone | phone
    influenza | flu
    refrigerator | fridge
    gymnasium | gym
    examination | exam
    airplane | plane
    versus | vs.
    artificial intelligence | AI
    AI | artificial intelligence
    information technology | IT
    Second World War | World War II
    World War II | Second World War | WWII | WW2
    World War I | First World War
    First World War | World War I
""")
CONTRACTIONS = _table("""
    do not | don't
    does not | doesn't
    did not | didn't
    is not | isn't
    are not | aren't
    was not | wasn't
    were not | weren't
    has not | hasn't
    have not | haven't
    had not | hadn't
    will not | won't
    would not | wouldn't
    could not | couldn't
    should not | shouldn't
    cannot | can't
    it is | it's
    that is | that's
    he is | he's
    she is | she's
    they are | they're
    we are | we're
    you are | you're
    I am | I'm
    I have | I've
    we have | we've
    they have | they've
    they will | they'll
    we will | we'll
    I will | I'll
    let us | let's
    there is | there's
""")
MARKERS = (
    *_words("However Meanwhile Moreover Indeed Also Furthermore Still Overall Interestingly Notably"),
    *("In addition", "In fact", "At the same time", "In the meantime", "As it happens"),
)
INTENSIFIERS = _words(
    "very really quite rather extremely simply actually truly just certainly indeed particularly especially"
)
EMPTY_ADVERBS = _words("also currently simply recently originally subsequently")

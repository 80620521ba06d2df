// The common words of English, one form each. A word in this list is never read as a misspelling of another one. Taken
// from the two most frequent levels of SCOWL (http://wordlist.aspell.net): words of four letters and more that are not
// regular forms of another. SCOWL's terms: Copyright 2000-2016 by Kevin Atkinson. Permission to use, copy, modify,
// distribute and sell these word lists, the associated scripts, the output created from the scripts, and its
// documentation for any purpose is hereby granted without fee, provided that the above copyright notice appears in all
// copies and that both that copyright notice and this permission notice appear in supporting documentation. Kevin
// Atkinson makes no representations about the suitability of this array for any purpose. It is provided "as is" without
// express or implied warranty.

/** Words separated by spaces and line breaks. */
export const englishWords = `
aardvark abandon abbreviate abbreviation abide ability able abnormal abolish abolition abort abortion about above
abroad absence absent absolute absorb abstract abstraction absurd abuse abusive abysmal academic accelerate accent
accept acceptable acceptance access accessible accident accidental accommodate accommodation accompany accomplish
accord accordance account accountant accumulate accuracy accurate accusation accuse accustom achieve achievement acid
acknowledge acorn acoustic acquaintance acquire acquisition acronym across acted acting action activate active
activity actor acts actual acute adapt adaptation adaptor added addict addictive adding addition additional address
adds adequate adhere adjacent adjective adjust adjustment administer administration administrative admirable
admiration admire admission admit adopt adoption adult advance advantage advantageous advent adventure adventurous
adverse advert advertise advertisement advice advisable advise advisory advocate aerial aesthetic aesthetically affair
affect affection afford aforementioned afraid after afternoon afterward again against aged ageing agency agenda agent
ages aggressive aging agony agree agreement agricultural ahead aided aiding aids aimed aiming aims aircraft airport
akin alarm alas albeit album alcohol alcoholic alert algebra algebraic algorithm alias alien align alignment alike
alive allegation allege allergic alleviate alliance allocate allocation allow allowable allowance ally almost alone
along alongside aloud alpha alphabet alphabetic alphabetical already also alter alteration alternate alternative
although altogether always amateur amaze ambassador amber ambient ambiguity ambiguous ambitious amend amendment among
amongst amount ample amplifier amuse amusement anagram analog analogous analogue analogy analyse analysis analyst
analyze anarchy anatomy ancestor ancient anecdote angel anger angle angry anguish animal anniversary announce
announcement annoy annoyance annual anomaly anonymous anorak another answer anthology anticipate anticipation antidote
antique antisocial anxious anybody anyhow anyone anyplace anything anyway anywhere apart apathetic apathy apologise
apologize apology apostrophe appal appall apparatus apparent appeal appear appearance append appendix applause apple
applicable applicant application apply appoint appointment appraisal appreciate appreciation approach appropriate
approval approve approximate approximation arbitrarily arbitrary arcade arcane arch archaic architecture archive area
arena arguable arguably argue argument arise arisen arithmetic army arose around arrange arrangement array arrest
arrival arrive arrogance arrogant arrow arse article artificial artist artistic arts ascend ashamed ashcan ashes aside
asked asking asks asleep aspect assault assemble assembly assert assertion assess assessment asset assign assignment
assist assistance assistant associate association assort assume assumption assure asterisk astronomy asynchronous
atheism atheist atlas atmosphere atmospheric atom atomic atrocity attach attachment attack attain attempt attend
attendance attendant attention attitude attorney attract attraction attractive attribute audible audience audio aunt
authentic author authorisation authorise authority authorization authorize autobiography automate automatic
automatically automobile autumn availability available average avoid await awake aware awareness away awful awkward
axes axiom axis baby back backbone background backlog backspace backward bacteria bacterium badge badly baffle baggage
bags bake balance ball ballet ballot banal banana band bandwagon bandwidth bang bank bankrupt banned banner banning
bans bare bargain bark baroque barred barrel barrier barring barrister base basement bash basic basically basis basket
bastard batch bath bathroom battery battle baud beach beam bean bear beast beat beaten beautiful beauty became because
become bedroom beds beef been beer before beforehand began begin begun behalf behave behavior behaviour behind being
belief believable believe bell belong beloved below belt bench bend beneath beneficial benefit bent beside best beta
bets better betting between beware beyond bias bible biblical bicycle bidding bids bigger biggest bigot bigotry bill
billfold billion binary bind biochemistry biography biological biologist biology bird birth birthday biscuit bishop
bite bitmap bitten bitter bizarre black blackboard blackmail blade blame blank blanket blast blatant bless blew blind
blink bliss blob block blood bloody blow blown blue blurb board boat bobs body bogged bogging boggle bogs bogus boil
bold bolt bomb bone bonus book booklet bookshop bookstore boom boost boot border borderline bore boredom born borne
borrow boss both bottle bottom bought bounce bound boundary bout bowl boxes boys bracket brain brake branch brand
brass brave breach bread break breakdown breakfast breath breathe bred breed breeze brethren brick bridge brief
brigade bright brightest brightness brilliant bring broad broadcast broke broken brother brought brown browse brush
brutal bubble buck bucket budget buffer bugger bugs build built bulb bulk bull bullet bulletin bump bunch bundle
burden bureaucracy burn burnt burst bury bush business bust busy butter button buyer buying buys bypass byte cabbage
cabinet cable caffeine cage cake calculate calculation calculator calculus calendar call calm came camera camp
campaign campus cancel cancer candidate cannot canonical cans cant capability capable capacity capital capitalism
capitalist caps captain capture carbon cardboard care careful careless carpet carriage carrier carrot carry cartoon
cartridge case cash cassette cast castle casual catalog catalogue catastrophic catch categorically category cater
cathedral catholic cats cattle caught causal causality cause caution cave caveat cease ceiling celebrate celebration
cell cellular censor censorship cent central centre century ceremony certain certainty certificate chain chair
chairman chalk challenge chamber champagne champion chance chancellor change changeover channel chaos chaotic chap
chapel chapter char character characteristic charge charitable charity charm chart chase chat cheap cheapest cheat
check cheek cheer cheerful cheese chemical chemist chemistry cheque chess chest chestnut chew chicken chief child
childhood childish children chip chocolate choice choir choose chop choral chord chorus chose chosen chuck chunk
church cider cigarette cinema circa circle circuit circuitry circular circulate circulation circumstance cite citizen
city civil civilian civilisation civilise civilization civilize claim clarification clarify clarity clash class
classic classical classification classify clause clean cleanest clear clearance clearest clever cleverest click client
cliff climate climb clinic clinical clip clique clock clog clone close closest closet closure cloth clothe cloud club
clue clumsy cluster coach coal coarse coast coat cobbler code coffee coherent coin coincide coincidence coke cold
collaboration collapse collar collate colleague collect collection collective college colon colony color colour column
combat combination combine come comedy comfort comfortable comfortably comic comma command commandment commence
comment commentary commentator commercial commission commit commitment committee commodity common communal communicate
communication communism communist community compact companion company comparable comparative compare comparison
compassion compatibility compatible compel compensate compensation compete competence competent competition
competitive competitor compilation compile complacent complain complaint complement complementary complete
completeness completion complex complexity complicate complication compliment comply component compose composite
composition compound comprehend comprehensible comprehension comprehensive compress compression comprise compromise
compulsion compulsory computation computational compute computerise computerize concatenate conceal concede
conceivable conceivably conceive concentrate concentration concept conception conceptual concern concert concerto
concise conclude conclusion concrete concur concurrently condemn condemnation condense condition conditional condom
condone conduct conductor conference confess confidence confident confidential confidentiality configuration configure
confine confirm confirmation conflict conform confront confuse confusion congest congestion congratulate
congratulations conjecture conjunction connect connection connector connotation conscience conscious consciousness
consecutive consensus consent consequence consequent conservation conservative consider considerable considerably
considerate consideration consist consistency consistent consolation console conspicuous conspiracy constant
constituency constituent constitute constitution constitutional constrain constraint construct construction
constructive consult consultancy consultant consultation consume consumption contact contain contemplate contemporary
contempt contend content contention contentious contest context continent continental continual continuation continue
continuity continuous continuum contour contraception contract contradict contradiction contradictory contrary
contrast contravention contribute contribution contributor contrive control controversial controversy convenience
convenient convention conventional conversation converse conversion convert convey convict conviction convince cook
cookie cool cooperate cooperation coordinate coordination cope copper copy copyright core corn corporate corporation
corpse correct correction correlate correlation correspond correspondence correspondent corridor corrupt corruption
cosmic cosmology cost cosy cotton cough could council counsel count counterexample counterpart countless country
countryside county couple courage courier course court courtesy cousin cover coverage cows cozy crack craft cramp crap
crash crass crawl crazy cream create creation creative creator creature credibility credible credit creed creep crew
cricket cried cries crime criminal crisis crisp criteria criterion critic critical criticise criticism criticize crop
cross crossroad crossword crowd crown crucial crude cruel cruelty cruise crunch crush crying cryptic crystal cube
cubic cuckoo cuddly culprit cult cultural culture cumbersome cumming cums cumulative cunning cupboard cups cure
curiosity curious currency current curriculum curry curse cursor curtain curve custard custom customary cute cutting
cycle cyclist cylinder cynic cynical daft daily damage damn damnation damp dance danger dangerous dare dark darkness
darling dash data database date datum daughter dawn daylight days daytime dead deadline deaf deal dealt dear death
debatable debate debt debug decade decay decent decide decimal decision deck declaration declare decline decode
decrease dedicate deduce deduction deed deem deep deepest default defeat defect defective defence defend defense
defensive deficiency define definite definition definitive defy degenerate degradation degrade degree deity delay
delete deletion deliberate delicate delicious delight delightful delimiters deliver delivery delta delusion demand
demented demise democracy democratic democratically demolish demonstrate demonstration denominator denote dense
density dentist deny department departmental departure depend dependant dependence dependent deposit depress
depression deprive depth deputy derange derivative derive derogatory descend describe description descriptive desert
deserve design designate desirable desire desk desktop despair desperate despise despite destination destine destroy
destruction destructive detach detail detect detectable detection detective detector deter determination determine
deterrent detract devastate develop development deviation device devil devious devise devoid devote diagnosis
diagnostic diagonal diagram dial dialect dialog dialogue diameter diary dice dictate dictator dictatorship dictionary
died dies diesel diet differ difference different differential differentiate difficult difficulty digest digging digit
digital dignity digs dilemma dimension dimensional dine dinner diplomatic dire direct direction directive director
directory dirt dirty disable disadvantage disagree disagreement disappear disappoint disappointment disaster
disastrous disc discard discharge disciplinary discipline disclaimer disco disconnect discontinue discount discourage
discover discovery discrepancy discrete discretion discriminate discrimination discuss discussion disease disguise
disgust dish dishonest disk dislike dismal dismiss disorder display disposable disposal dispose disposition dispute
disregard disrupt disruption dissertation dissimilar distance distant distasteful distinct distinction distinctive
distinguish distort distortion distract distress distribute distribution district disturb disturbance ditch ditto dive
diverse diversity divert divide divine division divorce doctor doctrine document documentary documentation dodge does
dogma dogs doing dole dollar domain domestic dominant dominate donate donation done doom door dose dots dotted dotting
double doubt doubtful doubtless down downhill downright downstairs downwards dozen draft drag dragon drain drama
dramatic dramatically drank drastic drastically draught draw drawback drawn dread dreadful dream dreamt dreary dress
drew dried dries drift drill drink drip drive drivel driven drop drove drown drug drum drunk drunken drying dual
dubious duck duff dull duly dumb dummy dump dumpster duplicate duplication duration during dust dustbin dusty duty
dying dynamic dynamically each eager eagle earlier earliest early earn ears earth ease easier easiest easily east
eastern easy eaten eater eating eats eccentric echo ecological ecology economic economical economy edge edit edition
editor editorial educate education educational effect effective effectiveness efficiency efficient effort eggs egos
eight eighteen eighth either elaborate elderly elect election electoral electorate electric electrical electricity
electron electronic electronically elegant element elementary elephant elevator eleven eligible eliminate elite
elitist else elsewhere embarrass embarrassment embed emerge emergency eminent emit emotion emotional emphasis
emphasise emphasize empire empirical employ employee employment empty emulate emulation emulator enable enclose encode
encounter encourage encouragement endeavor endeavour ended ending endless ends enemy energy enforce engage engine
enhance enhancement enjoy enjoyable enjoyment enlarge enlighten enlightenment enormous enough enquire enquiry ensure
entail enter enterprise entertain entertainment enthusiasm enthusiastic entire entirety entitle entity entrance entry
envelope environment environmental envisage envy epic episode equal equality equate equation equilibrium equip
equipment equivalent erase ergo erroneous error escape esoteric especially essay essence essential establish
establishment estate estimate estimation eternal eternity ethic ethical ethnic etymology evaluate evaluation even
event eventual ever every everybody everyday everyone everything everywhere evidence evident evil evolution
evolutionary evolve exact exaggerate exam examination examine example exceed excellent except exception exceptional
excess excessive exchange excite excitement exclamation exclude exclusion exclusive excuse executable execute
execution executive exempt exercise exhaust exhaustive exhibit exhibition exist existence exit exotic expand expansion
expect expectation expedition expenditure expense expensive experience experiment experimental experimentation expert
expertise expire expiry explain explanation explanatory explicit explode exploit exploitation exploration explore
explosion explosive exponential export expose exposure express expression expressway extant extend extension extensive
extent external extinction extra extract extraction extraneous extraordinarily extraordinary extreme extremist eyes
eyesight fabric face facilitate facility fact factor factory factual faculty fail failure faint faintest fair fairest
fairness fairy faith faithful fake fall fallacious fallacy fallen false fame familiar familiarity family famine famous
fancy fans fantastic fantasy farce fare farewell farm farther farthest fascinate fascist fashion fashionable fast
fastest fatal fate father fatuous faucet fault faulty favor favorable favorite favour favourable favourite fear
feasibility feasible feat feature federal feeble feed feedback feel fees feet fell fellow felt female feminist fence
fender festival fetch fever fewer fewest fiber fibre fiction fictional fiddle field fierce fifteen fifth fifty fight
figure file fill film filter filthy final finalise finalize finance financial fine finest finger finish finite fire
firework firm first fiscal fish fits fitted fitting five fixed fixes fixing fizzy flag flame flash flat flavor flavour
flaw fleet flesh flew flexibility flexible flied flies flight flip float flood floor floppy flour flow flown
fluctuation fluent fluffy fluid flush flute flying foam focus fold folk follow fond font food fool foolish foot
football footnote forbade forbid forbidden force forcibly forecast foreign foreseeable forest forever forgave forget
forgive forgiven forgot forgotten fork form formal format formation formula formulae formulation forth forthcoming
fortnight fortunate fortune forty forum forward fossil fought foul found foundation fountain four fourteen fourth
fraction fragile fragment frame framework frank frantic fraud freak free freedom freeway freeze french frequency
frequent fresh friction fried friend friendship fries frighten fringe frivolous frog from front frown froze frozen
fruit frustrate frustration frying fudge fuel fulfil fulfill full fullest fully fume function functional functionality
fund fundamental fundamentalist funeral funnier funniest funny furniture furry further furthermore furthest fuse
fusion fussy futile future fuzzy gain galactic galaxy game gang gaps garage garbage garble garden gasoline gasp gate
gateway gather gave gear gender gene general generalisation generalise generalization generalize generate generation
generator generic generous genetic genetically genius genocide genre gentle gentleman gentlemen gently genuine
geographical geography geology geometry gesture gets getting ghastly ghost giant gibberish gift girl girlfriend give
given glad glance glass glean global glorious glory glossy glove glow glue gnome goal goat gods goes going gold golden
goldfish golf gone good goodbye goodness goody gorgeous gospel gossip gotten govern government governor gown grab
grace grade gradual graduate graduation graffiti graffito grain grammar grammatical grand grandfather grandmother
grant graph graphic graphical grasp grass grateful gratuitous grave gravitational gravity gray greasy great greatest
greedy green grew grey grid grief grim grind grip groan gross ground group grow grown growth guarantee guard guess
guest guidance guide guideline guilt guilty guinea guitar gulf gullible guns guts gutter guys habit hack hail hair
haircut hairy half hall halt halve hammer hand handbook handful handicap handle handy hang hangover happen happier
happiest happily happiness happy hard hardback harden hardest hardship hardware hardy harm harmful harmless harmony
harsh hash hassle hasten hasty hate hatred have havoc hazard hazy head headache headline health healthy heap hear
heart heartily heat heaven heavier heaviest heavily heavy heel height held helicopter hell hello helmet help helpful
helpless hence henceforth here hereby heresy heritage hero heroic heroin herring herself hesitate heterosexual
hexadecimal hidden hide hideous hierarchical hierarchy high highest highlight highway hilarious hill himself hindsight
hint hire historian historic historical history hitherto hits hitting hobby hole holiday hollow holy home homosexual
homosexuality honest honesty honey honor honorary honour hook hope hopeful hopeless horde horizon horizontal horn
horrendous horrible horribly horrid horrific horrify horror horse hospital host hostile hotel hour house household
however huge human humane humanity humble humbly humor humorous humour hundred hung hungry hunt hurry hurt husband
hydrogen hyphen hypocrisy hypocrite hypocritical hypothesis hypothetical hysterical icon idea ideal idealistic
identical identification identifier identify identity ideological ideology idiom idiosyncratic idiot idiotic idle
ignorance ignorant ignore illegal illiterate illness illogical illusion illustrate illustration image imaginary
imagination imaginative imagine imbalance immature immediate immense imminent immoral immortal immune impact impair
impend imperative imperfect imperial impersonal implausible implement implementation implication implicit imply import
importance important impose impossible impractical impress impression impressive imprison improbable improve
improvement impulse inability inaccessible inaccuracy inaccurate inadequate inadvertently inane inappropriate
incapable incarnation incentive inch incidence incident incidental inclination incline include inclusion inclusive
incoherent income incompatible incompetence incompetent incomplete incomprehensible inconsistency inconsistent
inconvenience inconvenient incorporate incorrect increase incredible incredibly increment incur indeed indefensible
indefinite indent independence independent indeterminate index indicate indication indicative indicator indictment
indirect indirection indistinguishable individual induce induction indulge industrial industry ineffective
inefficiency inefficient inequality inertia inevitable inevitably inexperienced infallible infamous infant infantile
infect infection infelicity infer inference inferior inferiority infinite infinity inflation inflexible inflict
influence influential info inform informal information informative infrastructure infrequent infringement ingenious
ingredient inhabit inhabitant inherent inherit inheritance inhibit inhibition initial initialisation initialise
initialization initialize initiate initiative inject injure injury injustice inner innocence innocent innovation
innovative input inquire inquiry insane insect insecure insensitive insert insertion inside insidious insight
insignificant insist insistence insofar inspect inspection inspiration inspire install installation instance instant
instead instinct institute institution instruct instruction instrument instrumental insufficient insult insurance
intact intake integer integral integrate integration integrity intellect intellectual intelligence intelligent intend
intense intensity intensive intent intention intentional inter interact interaction interactive intercourse interest
interface interfere interference interim interior intermediate intermittent internal international interpret
interpretation interrogate interrupt interruption intersection interval intervene intervention interview intimate into
intolerance intrinsic intrinsically introduce introduction introductory intuitive invade invalid invalidate invaluable
invariably invasion invent invention inventor inverse invert invest investigate investigation investment invisible
invitation invite invoke involve involvement irate iron ironic irony irrational irrelevant irrespective irresponsible
irritate irritation island isolate isolation issue item itself jack jacket jail jammed jamming jams jargon jazz
jealous jeans jelly jerk jest jobs join joint joke jolly journal journalist journey judge judgement judgment juice
jump junction jungle junior junk jury just justice justifiable justifiably justification justify juvenile keen keep
kept kernel kettle keyboard keyed keying keys keystroke keyword kick kidded kidding kidnap kidney kids kill kind
kindness king kingdom kiss kitchen kits knee knew knife knight knock know knowledge known label labor laboratory
labour labs lack ladder lady lager laid lain lake lamp landlord landscape lane language large largest lark laser last
late latest latter laugh laughter launch lavatory lawn laws lawyer layer laying layout lays laziness lazy leach lead
leadership leaf leaflet league leak lean leap learn learnt least leather leave lecture left legal legend legendary
legible legislation legitimate legs leisure lemon lend length lengthy lenient lens lent lesbian less lesson lest
lethal lets letter letting level liability liable liaison libel liberal liberty librarian library licence license lied
lies life lifestyle lifetime lift light lightest lightning like likelihood likewise limb limit limitation line linear
linguistic link linkage lion lips liquid liquor lisp list listen liter literal literary literate literature litre
litter little live livest load loan lobby local locate location lock lodge logged logging logic logical logo logs
lonely long longest look loop loophole loose lord lorry lose lost lots loud loudest lousy love lower lowest loyal luck
luckily lucky ludicrous luggage lump lunatic lunch lunchtime lung lurk lust luxury lying lyric machine machinery made
madness magazine magic magical magnetic magnificent magnitude mail mailbox main mainframe mainstream maintain
maintenance maize major majority make male malfunction malicious manage management mandate mandatory mangle mania
manifestation manifestly manifesto manipulate manipulation mankind manned manner manning manpower manual manufacture
many mapped mapping maps march margin marginal marital mark market marriage marry marvellous marvelous mask mass
massive master match mate material mathematical mathematician mathematics matrices matrix matter mature maximise
maximize maximum maybe mayor maze meal mean meaningful meaningless meant meantime meanwhile measure measurement meat
mechanic mechanical mechanism media medical medicine medieval medium meet megabyte melody melt member membership
memorable memory mend mental mentality mention menu mercury mercy mere merge merit merry mess message messy metal
metaphor meter method metre metric metro mice microcomputer microprocessor microwave midday middle midnight might
mighty migrate migration mile mileage military milk mill million mimic mindless mine minimal minimalist minimise
minimize minimum minister minor minority mint minus minute miracle miraculous mirror miscellaneous misdirect miserable
miserably misery misfortune misguide misinterpret mislead misled misplace misprint misread misrepresent miss missile
mission mist mistake mistaken mistook misunderstand misunderstood misuse mixed mixes mixing mixture mnemonic moan
mobile mock mode model moderate moderation modern modest modification modify module mole molecular molecule moment
momentarily momentum monarch money monitor monkey monochrome monopoly monster month mood moon moral morality more
moreover morning moron mortal mortality most mother motion motivate motivation motive motor motorway motto mould mount
mountain mouse mouth move movement movie much muck muddle mugs multiple multiplication multiply mumble mummy mundane
murder muscle museum music musical musician must mutter mutual myself mysterious mystery mystic myth mythical
mythology nail naive naked name nameless narrative narrow narrowest nastier nastiest nasty nation national native
natural nature naughty near nearby nearest neat necessarily necessary necessity neck need needle negate negative
neglect negligible negotiable negotiate negotiation neighbor neighborhood neighbour neighbourhood neither nerve
nervous nest nets network neural neutral never nevertheless newcomer newer newest newly news newsletter newspaper next
nice nicest nick nickname night nightmare nine noble nobody node noise noisy nominal nominate none nonetheless
nonsense noon norm normal normality north northern nose nostalgia notable notably notation note nothing notice
noticeable noticeably notification notify notion notorious notwithstanding noun novel novelty novice nowadays nowhere
nuclear nuisance null numb numbest numeral numeric numerical numerous nuns nurse nuts obey object objection
objectionable objective obligation obligatory oblige obnoxious obscene obscure obscurity observation observe obsess
obsession obsolete obstruct obtain obtainable obvious occasion occasional occupation occupy occur occurrence ocean
oddly odds offence offend offense offensive offer offhand office official offset offspring often older oldest omission
omit once ones oneself ongoing onion only onto onus open opera operate operation operational operator opinion opponent
opportunity oppose opposite opposition oppress oppression opted optic optical optimal optimisation optimise optimistic
optimization optimize optimum opting option optional opts opus oral orange orbit orbital orchestra orchestral order
ordinary organ organic organisation organise organization organize orient oriental orientate orientation origin
original originate originator orthodox other otherwise ought ours ourselves outcome outcry outdated outer outgoing
outline outlook output outrage outrageous outright outset outside outstanding outweigh over overall overcame overcome
overdraft overdue overflow overhead overlap overload overlong overlook overnight overprice overridden override
overrode overseas overtime overtone overview overwhelm overwriting overwritten owed owes owing owned owner ownership
owning owns oxygen ozone pace pacifier pack package packet padded padding pads page paid pain painful painless paint
pair palace pale panel panic pant paper paperback parade paradise paradox paragraph parallel parameter paranoia
paranoid paraphrase pardon parent parentheses parenthesis parity park parliament parochial parody parrot parse part
partial participant participate particle particular partition partner party pass passage passenger passion passionate
passive passport password past paste patch patent path pathetic patience patient patronise patronize pattern pause
pavement payed paying payment pays peace peaceful peak peanut peasant peculiar pedal pedant pedantic pedantry
pedestrian peer penalty pence pencil pended pending pends penguin penny pens people perceive percent percentage
perception perfect perfection perform performance perhaps period periodic periodically peripheral permanent
permissible permission permit perpetual persecute persist persistent person personal personality personnel perspective
persuade persuasion perverse petrol petty pharmacy phase phenomena phenomenon philosophical philosophy phoenix phone
photo photocopy photograph photographic phrase physic physical physicist physiology piano pick picture piece pigeon
pigs pile pill pilot pinch pink pins pint pipe pipeline pitch pitfall pity pizza place plague plain plan plane planet
planetary plant plaster plastic plate platform plausible play playground plea pleasant please pleasure plenty plot
ploy plug plural plus pocket poem poet poetic poetry point pointless poison poke polar pole police policeman policy
polish polite politeness political politician politics poll pollution polynomial pompous pool poor poorest pope popped
popping populace popular popularity populate population pork pornography port portability portable portion portray
pose position positive possess possession possibility possible possibly post postage postal postcard postmaster
postpone postscript postulate potato potential pound pour poverty powder power powerful practicable practical practice
practise pragmatic praise pray preach precaution precede precedence precedent precious precise precision predecessor
predict predictable prediction predominantly preface prefer preferable preferably preference prefix pregnancy pregnant
prejudice preliminary premature premise premium preparation prepare prerequisite prescribe prescription presence
present presentation preserve president press pressure presumably presume pretend pretentious pretty prevail prevalent
prevent prevention preview previous price pride priest primarily primary prime primitive prince principal principle
print printout prior priority prise prison privacy private privatisation privatization privilege prize probability
probable probably problem procedure proceed process processor proclaim produce product production productive
productivity profession professional professor profile profit profitable profound program programmable programme
progress prohibit project projection proliferation prolong prominent promise promote promotion prompt prone pronoun
pronounce pronunciation proof propaganda proper property prophet proportion proportional proposal propose proposition
proprietary prose prosecute prosecution prospect prospective prostitute protect protection protein protest protocol
prototype proud prove proven provide provision provisional provocative provoke proximity pseudo psychological
psychologist psychology public publication publicise publicity publicize publish pudding pull pulp pulse pump punch
punctuation puncture punish punishment puns punt pupil purchase pure purge purity purple purpose pursue pursuit push
puts putt puzzle python qualification qualifier qualify quality quantity quantum quarter queen query quest question
questionable questionnaire queue quibble quick quickest quiet quietest quit quite quiz quota quotation quote rabbit
rabid race racial racism racist rack racket radar radiation radical radio radius rage raid rail railroad railway rain
rainbow raise rampant random rang range rank rant rape rapid rare rarest rash rate rather ratio rational rationale
rattle rave razor reach react reaction reactionary reactor read readable readership readily ready real realisation
realise realistic reality realization realize realm rear rearrange reason reasonable reasonably reassure rebuild
rebuilt recall receipt receive recent reception recipe recipient reckless reckon reclaim recognisable recognise
recognition recognizable recognize recollection recommend recommendation reconcile reconsider record recover recovery
recreational recruit recruitment rectangle rectangular rectify recursion recursive recycle redefine redirect reduce
reduction redundancy redundant refer reference referendum refine reflect reflection reflex reform reformat refrain
refresh refund refusal refuse refute regain regard regardless regime region regional register registration regret
regrettably regular regulation reign reinstate reiterate reject rejection relate relation relationship relative
relativity relax relay release relevance relevant reliability reliable reliably relief relieve religion religious
relocation reluctance reluctant rely remain remainder remark remarkable remarkably remedy remember remind reminiscent
remote removal remove rename rend rendition renew rent repair repeat repeatable repent repertoire repetition
repetitive rephrase replace replacement reply report represent representation representative reproduce reproduction
repulsive reputation request require requirement requisite reread rescue research resemblance resemble resent
reservation reserve reset reside residence resident resign resignation resist resistance resolution resolve resort
resource respect respectable respective respond response responsibility responsible rest restart restaurant restore
restrain restrict restriction restrictive result resume resurrection retail retain retire retirement retract retrieval
retrieve return reuse reveal revelation revenge revenue reverse revert review revise revision revolt revolution
revolutionary reward rewrite rewritten rewrote rhetorical rhyme rhythm ribbon rice rich richest ridden ridding ride
ridiculous right rigid rigorous ring riot ripped ripping rips rise risen risk risky ritual rival river road robot
robust rock rocket rode role roll roman romance romantic roof room root rope rose rotate rotation rotten rough round
roundabout rout route routine rows royal royalties rubber rubbish rude ruin rule rumor rumour rung running runs rural
rush rusty sabotage sack sacred sacrifice sadden sadly safe safeguard safest safety saga said sail saint sake saki
salary sale salesman salt salvation same sample sandwich sane sang sanity sank sarcasm sarcastic satellite satire
satisfaction satisfactorily satisfactory satisfy sauce save saying says scale scan scandal scarce scare scarf scarlet
scatter scenario scene scenery sceptical schedule scheme scholar school science scientific scientifically scientist
scope score scotch scrap scratch scream screen screw script scroll scum seal search season seat second secondary
secret secretary sect section sector secular secure security seed seeing seek seem seen sees segment seldom select
selection selective self selfish sell semantic seminar send senior sensation sense sensible sensibly sensitive
sensitivity sent sentence sentient sentiment sentimental separate separation separator sequel sequence sequential
serial series serious seriousness sermon servant serve service session sets setting settle seven seventh several
severe severity sexist sexual sexuality sexy shade shadow shake shaken shaky shall shallow shame shape share
shareholder sharp shed sheep sheer sheet shelf shell shelter shelve shift shine shiny ship shirt shock shoe shone
shook shoot shop short shortage shorten shortest shorthand shot should shout shove show shown shut shutdown sick
sicken side sideways sigh sight sigma sign signal signature significance significant silence silent silicon sillier
silliest silly silver similar similarity simple simplest simplicity simplify simplistic simply simulate simulation
simultaneous since sincere sine sinful sing single singular sinister sink sister site sitting situate situation
sixteen sixth sixty size skeleton skeptical sketch skill skin skip skirt skull slag slang slash slave sleep slept
slice slid slide slight slightest slim slip slippery slogan slope sloppy slot slow slowest small smallest smallish
smart smash smell smelly smile smith smoke smooth smug snack snag snail sneak sneaky sniff snobbery snow soap sober
social socialism socialist society sock socket soft software soil solar soldier sole solicitor solid solo solution
solve some somebody somehow someone someplace something sometime somewhat somewhere song sons soon soonest
sophisticate sordid sore sorry sort sought soul sound soundtrack soup source south southern space span spare spatial
speak special specialise specialist speciality specialize specialty species specific specifically specification
specify specimen spectacular spectrum speculate speculation sped speech speed spell spelt spend spent sphere spies
spigot spike spill spin spiral spirit spiritual spit spite splendid split spoil spoilt spoke spoken spokesman sponsor
spontaneous spoof spool sport spot spout sprang spray spread spring sprung spur spurious squad square squash squeeze
stability stable stack staff stage stagger stair staircase stake stale stall stamp stance stand standard standardise
standardize standpoint star stare stark start startle starve state statement static station stationary statistic
statistical status stay steadily steady steal steam steel steep steer stem step stereo stereotype sterile sterling
stick sticky stiff still stimulate stimulation stir stock stole stolen stomach stone stood stop storage store storey
storm story straight straightforward strain strange strangest strategic strategy straw stray stream street strength
strengthen stress stretch strict strike string stringent strip strive stroke strong strongest struck structural
structure struggle stuck student studio study stuff stumble stun stunt stupid stupidity style subject subjective
submission submit subroutine subscribe subscription subsequent subset subsidiary subsidise subsidize substance
substantial substitute substitution subtle subtlety subtly subway succeed success successful succession successive
successor such sudden sued sues suffer suffice sufficient suffix sugar suggest suggestion suicidal suicide suing suit
suitability suitable suitably suite summarise summarize summary summed summer summing sums sundry sung sunk sunlight
sunny sunrise sunshine super superb superficial superfluous superior superiority supermarket supernatural supervise
supervision supervisor supplement supplementary supplier supply support suppose suppress suppression supreme sure
surface surgery surname surplus surprise surround survey survival survive susceptible suspect suspend suspension
suspicion suspicious sustain swallow swam swamp swap swear sweat sweep sweet swept swim swing switch swore sworn swum
symbol symbolic symmetric symmetry sympathetic sympathise sympathize sympathy symphony symptom syndicate syndrome
synonym synonymous syntactic syntactically syntax synthesis synthesizer system systematic table tabs tack tackle
tactic tactical tactless tail tailor take taken tale talent talk tall tame tangent tank tape target task taste
tasteless taught taxation taxes taxi taxpayer teach team teapot tear technical technique technological technology
tedious teenage teeth telephone telescope television tell temper temperature temple temporarily temporary tempt
temptation tend tendency tennis tens tense tension tentative tenth term terminal terminate termination terminator
terminology terrible terribly terrify territory terror terrorism terrorist terse test text textbook textual than thank
thankful that theater theatre thee theft their them theme themselves then theological theology theorem theoretical
theory therapy there thereabouts thereafter thereby therefore therein thereof these thesis they thick thickness thief
thieve thin thing think third thirst thirty this thorough thoroughfare those thou though thought thousand thread
threat threaten three threshold threw throat through throughout throughput throw thrown thrust thumb thus tick ticket
tidy tied ties tiger tight tile till time timescale timetable tiny tips tire tiresome title toad toast tobacco today
toes together toggle toilet token told tolerance tolerant tolerate toll tomato tome tomorrow tone tongue tonight took
tool tooth topic topical tops tore torn torture toss total touch tough tour tourist toward tower town toys trace track
trade tradition traditional traffic tragedy tragic trail train transaction transcript transfer transform
transformation transient transit transition translate translation translator transmission transmit transparent
transport trap trash trashcan travel tray tread treasure treat treatment treaty tree trek tremendous trend trendy
trial triangle tribe trick tricky tried tries trifle trigger trilogy trinity trip triple tripos triumph trivia trivial
trolley troop trouble trouser truck true trumpet truncate trunk trust trusty truth trying tube tune tunnel turn
turntable tutor tutorial twelve twentieth twenty twice twin twist tying type typeset typewriter typical tyre ugly
ultimate umbrella unable unacceptable unaffected unambiguous unattended unauthorised unauthorized unavailable
unavoidable unaware unbalanced unbearable unbelievable unbelievably unbiased uncertain uncertainty unchanged uncle
unclear uncomfortable uncommon unconnected unconscious unconvincing undefined under underestimate undergo undergone
undergraduate underground underlain underlay underlie underline underlying underneath understand understandable
understood undertake undertaken undertook underwent undesirable undid undo undocumented undone undoubtedly unduly
uneasy unemployed unemployment unexpected unexplained unfair unfamiliar unfinished unfortunate unfounded unfriendly
unhappy unhealthy unhelpful uniform unify unimportant uninteresting union unique unit unite unity universal universe
university unjustified unknown unless unlike unlimited unload unlock unlucky unnatural unnecessarily unnecessary
unobtainable unofficial unpleasant unpopular unpredictable unread unreadable unrealistic unreasonable unrelated
unreliable unsafe unsatisfactory unseen unset unsolicited unsound unspecified unstable unsuccessful unsuitable
unsupported unsure unsuspecting untidy until unto untrue unusable unused unusual unwanted unwelcome unwilling unwise
unworkable upbringing update upgrade upon upper upright upset upside upstairs upward urban urge urgency urgent usable
usage used useful usefulness useless user uses using usual utility utter vacancy vacation vacuum vague vain valid
validity valley valuable value valve vandalism vanish vans variable variance variant variation variety various vary
vast vector vegetable vegetarian vehicle vein velocity vend vendor venture venue verb verbal verbatim verbose verdict
verification verify versatile verse version versus vertical very vessel viable vicar vice vicinity vicious victim
victory video view viewpoint vigorously vile village vintage vinyl violate violation violence violent violin virgin
virtual virtue virus visible vision visit visitor visual vital vocabulary vocal voice void voltage volume voluntarily
voluntary volunteer vomit vote vouch vowel vulnerable wade waffle wage wait wake walk wall wallet wander want
warehouse warm warn warp warrant warranty wartime wary wash waste wasteful watch water wave ways weak weakness wealth
wealthy weapon wear weary weasel weather wedded wedding weds week weekday weekend weigh weight weird welcome welfare
well went were west western wets wetting whale what whatever whatsoever wheel when whence whenever where whereas
whereby whereupon wherever whether which whichever while whilst whim whiskey whisky whistle white whoever whole
wholeheartedly whom whoop whose wicked wide widespread widest width wife wild will window wine wing winner winning
winter wipe wire wisdom wise wisest wish witch with withdraw withdrawal withdrawn withdrew within without witness
witty wive wizard woke woken wolf woman wombat women wonder wonderful wondrous wont wood wooden wore work workable
workload workshop workstation world worldwide worm worn worry worse worship worst worth worthless worthwhile worthy
would wound wrap wrath wreck wren wretched wrist write written wrong wrote yard yawn year yellow yesterday yeti yield
young youngest your yourself yourselves youth zero zone zoom
`

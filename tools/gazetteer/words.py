"""Words that are left out because they mean too much: English words among city names, names that thousands bear."""

# Ordinary English words that also stand among the other names of some city.
ORDINARY = frozenset(
    """
    able about above across action after again against agency agent aide alert alliance allied ally also amid army
    area arms article assembly attack august authority autumn back bank bar base battle bay beach bear best bishop
    black blast block blue board body bomb border both bridge brigade brother brothers brown bureau burn bush
    cabinet call camp campaign canal cape capital captain carbon case castle cause center central centre chief child
    church circle citizen city civil claim clash class clear coast college colonel colony come command commission
    committee common company conference congress corner corps council count country county court crew cross crown
    current dale dame danger date dawn dead deal dean death december defence defense delta deputy desert devil
    diamond direct district division doctor domain door down drive drone early east eastern edge edition eight
    election embassy emir empire enemy energy enterprise even evening event every express fair faith fall farm
    father february federal ferry field fight fighter fighters fine fire first flag flat fleet force forces foreign
    forest fort forum forward four france free freedom friday friend front game gard garden gate general german
    giant glass gold golden good government governor grace grand grant great green ground group guard guards guns
    half hall hamlet hard harbor harbour head health heat heaven height high hill hills holy home hope horn hospital
    host hotel hour house human hunter imam independence industry inner interim interior international iron island
    islands january judge july june junior just justice kent khan killed king kingdom knight lake land large last
    late latin launch leader league legion level liberal liberty life light like lime line lion little live local
    long lord love lower main major march mark market marsh marshal martial mass master mayor mean media meet
    mercy middle might military mill mine minister ministry mission model monday money moon more morning most
    mother mount mountain much name nation national naval navy near never news next nice night nine noble north
    northern november oasis ocean october office officer official oil only open opera orange order other outpost
    over palace park parliament part partisan party pass path patriot peace people peninsula person pilot place
    plain plan plant plaza point pole police policy pool poor port portal post power premier president press price
    prince princess prison prize progress prophet province public quarter queen radio rain ranger rapid reach
    reading real rebel rebels record redden reform refugee regime region republic reserve resolution rest
    revolution rice rich ridge ring rise river road rock rocket rose round royal rule saint salt same sand
    saturday save school scout second secretary section senate senator senior september seven shell shore short
    siege silver sister site smith snow society soldier some south southern spokesman spring square staff stage
    star state station steel still stone strait street strike strong student summer summit sunday sunni support
    table talks tank target team temple tender term terminal terror test they third this three thunder thursday
    tiger time today tower town trade train treaty tribunal troops true trust tuesday twin union unit united unity
    university upper valley venus vice victor victory village voice wall walls ward warrior watch water wednesday
    well west western when white will wind winter woman wood world yard year young youth
    """.split()
)

# Last names that alone point at nobody: given names used as such, the commonest family names, and English words.
COMMON_NAMES = ORDINARY | frozenset(
    """
    abdi abdul abdullah abdullahi abubakar adam adams ahmad ahmed ahmedov alam alexander ali allen amin anderson anwar
    arnold aung aziz baker banda bashir bennett bin brooks bush butler campbell carter chan charles chaudhry chen cho
    choi clark clarke cole collins cook cooper cox cruz daniel davies davis day diallo diaz din edwards elizabeth evans
    fernandez flores foster francis frank garcia george gomez gonzalez gray green griffiths gupta habib haidar hall
    hamid han harris hasan hasina hassan henry hernandez hill ho howard huang hughes hunt hussain hussein ibrahim idris
    isa islam ismail jackson jacob jaffar jamal james jan joe john johnson jones jordan joseph juma kabir kamal kamara
    karim kelly khalid khalil khan kim king kumar lama lee lewis li lin liu lopez love lu lynch mahmood mahmoud malik
    mansour mark marshall martin martinez mason matthews may mendoza miller min mohamed mohammad mohammed mohamud
    moore morales moreno morgan morris moussa muhammad murphy murray musa mustafa myers nasser nelson nguyen noor nur
    omar osman othman park parker patel paul perez perry peter philip philips phillips powell price qasim rahman
    ramirez ramos rana rao rashid reed rice richard rivera roberts robinson rodriguez rogers rose ross ryan sadiq said
    saleh salih salim salman sanchez santos saud scott sen shah sharma sharon shaw simon singh smith soto stewart
    suleiman sullivan sultan taha tan taylor thomas thompson torres traore tun turner usman vargas walker wang ward
    watson west white williams wilson win wong wood wright wu xu yadav yang yi young yusuf zaman zhang zhao zhou
    key christopher hague
    """.split()
)

/** Short, plain, kindly words that people spell alike: what a suggested passphrase is picked from. */
export const PLAIN_WORDS: readonly string[] = `
acorn actor adder agile album alder alley almond amber anchor angle ankle apple apron arch arrow
atlas attic badge badger bagel baker balcony balloon bamboo banjo banner barley barn barrel
basil basin basket beacon beaker beam bean beech beetle bell bench berry birch biscuit blanket
blazer blossom board boat bobbin bonnet book border bottle boulder bouquet bowl bracken bramble
branch bread breeze brick bridge brook broom brush bucket buckle bugle bundle bunting burrow
butter button cabbage cabin cable cactus candle canoe canvas canyon captain caravan cardigan
carpet carrot castle catkin cedar celery cellar chalk charcoal cheddar cherry chestnut chicken
chimney chisel cinder circle clarinet clay cliff clock clover cobble cocoa coin comet compass
copper coral corner cottage cotton cousin cradle crane crater crayon cricket crocus crown crumb
cuckoo cupboard curlew curtain cushion cygnet cymbal daisy damson dancer dapple dawn desk diary
ditch dolphin donkey doorbell dragonfly drawer drizzle drum duckling dumpling dune eagle early
easel echo elbow elder elm ember engine envelope evening fabric falcon farmer feather fence
fennel fern ferry fiddle field finch flannel flask flint flour flute foal fog folder forest
fossil fountain foxglove freckle frost fudge funnel galaxy gallop garden garlic garnet gate
gecko geyser ginger giraffe glacier glade glider glove goblet goose gorse granite grape grass
gravel gravy grotto guitar gull hammer hammock hamper handle harbour harvest hatch hawthorn
hazel heather hedge hermit heron hillside hinge hobby hockey holly honey hopper horizon hornet
hostel hurdle husk igloo inkwell island ivory ivy jacket jasmine jelly jersey jetty jewel jigsaw
juggler jumper juniper kayak kennel kestrel kettle kingdom kipper kitchen kite kitten ladder
lagoon lantern lapwing larch lark lattice laurel lavender leaf leather ledger lemon lentil
letter lettuce library lichen lilac lily linen lizard lobster locket lodge lupin magnet magpie
mallet mango mantle maple marble market marsh mason meadow medal melon mermaid mill minnow
mirror mitten moat molehill moss moth mountain muffin mulberry museum mushroom mustard napkin
nectar needle nettle newt nickel noodle notebook nutmeg oak oatcake oboe ocean olive onion orbit
orchard orchid organ osprey otter oven owl oyster paddle palace pansy panther paper parcel
parsley parsnip pastry path pavement peach pearl pebble pelican pencil penguin pepper petal
pheasant piano picnic pigeon pillow pine pirate pixel planet plaster plum pocket pollen pond
poplar poppy porridge postcard potato potter prairie primrose puddle puffin pumpkin puppet
puzzle pyramid quarry quartz quill quilt quiver rabbit radish raft rainbow raisin ramble raven
recipe reed ribbon ripple river robin rocket rook rosemary rowan rudder rug saddle saffron sail
salad salmon sandal satchel saucer scarf scooter seagull seal sequin shadow shamrock shed shell
shingle shovel shrub signal silver skater skipper slate sledge slipper sloth snowdrop socket
sofa sorrel spade spaniel sparrow spinach spindle spiral spoon spruce squirrel stable stamp
starling station steeple stencil stirrup stone stork strawberry stream sugar sundial swallow
swan sycamore syrup table tadpole tambourine tandem tangle tapestry tartan teacup teapot tent
thicket thimble thistle thrush thunder ticket tiger timber toast toffee tomato torch tortoise
towel tractor trail treacle trellis trifle trombone trout trowel trumpet tulip tunnel turnip
turtle twig umbrella unicorn valley vanilla velvet violet violin volcano voyage waffle wagon
walnut walrus warbler wardrobe water weasel whale wheat whisker whistle wicket willow windmill
window wisteria wombat woodland wool wren yacht yarrow yew yoghurt zebra zephyr zigzag
`
  .trim()
  .split(/\s+/)

// SPDX-License-Identifier: EUPL-1.2
#include "engine/inventory/word_lists.hpp"

#include <algorithm>

#include "platform/base/text.hpp"

namespace kring::inventory {

namespace {

struct List {
    std::optional<Device> device;
    Weight weight;
    std::string_view words;  // with ";" between
};

using enum Device;
using enum Weight;

// Kinds, as lists of equipment call them. Plurals on -s, -en, -e, -n, -x and -er are found as well.
constexpr List kinds[] = {
    {laptop, ending, "laptop;notebook"},
    {laptop, plain,
     "schootcomputer;ultrabook;chromebook;netbook;mobile workstation;mobiele werkplek;"
     "mobiel werkstation;mobile pc;klapprechner;ordinateur portable;ordinateurs portables;"
     "pc portable;pcs portables;2 in 1;convertible"},
    {laptop, weak, "portable"},
    {desktop, ending, "desktop"},
    {desktop, plain,
     "desktop pc;desktop computer;vaste pc;vaste computer;vaste werkplek;tower pc;mini pc;"
     "all in one;aio;systeemkast;tischrechner;standrechner;arbeitsplatzrechner;"
     "arbeitsplatz pc;ordinateur de bureau;ordinateurs de bureau;ordinateur fixe;pc de bureau;"
     "pc fixe;unite centrale;unites centrales"},
    {desktop, weak, "pc;computer;rechner;ordinateur"},
    {workstation, plain,
     "workstation;werkstation;station de travail;stations de travail;desktop workstation;"
     "cad station"},
    {thin_client, plain,
     "thin client;thinclient;zero client;zeroclient;client leger;clients legers;"
     "thin client pc;terminal client"},
    {monitor, ending, "monitor;scherm;beeldscherm;bildschirm"},
    {monitor, plain,
     "computerscherm;display;flatscreen;screen;tft;ecran;moniteur;ecran pc;pc monitor;"
     "desktop monitor;computer monitor;pc scherm;monitor pc"},
    {monitor, weak, "lcd"},
    {smartphone, ending, "smartphone;mobiltelefon"},
    {smartphone, plain,
     "mobiele telefoon;mobiele telefoons;mobile phone;cell phone;mobieltje;gsm;handy;"
     "diensthandy;telephone portable;telephones portables;telephone mobile;ordiphone"},
    {smartphone, weak, "mobiel;mobile;telefoon;telephone;phone;telefon"},
    {tablet, ending, "tablet"},
    {tablet, plain, "tablet pc;tablette;tablette tactile;tablet computer"},
    {server, ending, "server"},
    {server, plain, "serveur;blade;rack server;tower server;blade server"},
    {storage, plain,
     "nas;san;storage;opslagsysteem;storage array;disk array;stockage;speichersystem;"
     "tape library"},
    {storage, weak, "opslag"},
    {network, plain,
     "switch;switches;router;routeur;firewall;access point;accesspoint;wifi punt;"
     "netwerkapparatuur;netwerkcomponent;modem;point d acces;points d acces;commutateur;"
     "netzwerk switch;load balancer;wlan controller"},
    {printer, ending, "printer;drucker"},
    {printer, plain,
     "laserprinter;multifunctional;mfp;multifunctionele printer;kopieerapparaat;"
     "kopieermachine;copier;plotter;labelprinter;imprimante;photocopieur;multifunktionsgerat"},
    {dock, stronger,
     "dock;docking;docking station;dockingstation;dockingstations;usb c dock;port replicator;"
     "portreplicator;station d accueil;stations d accueil"},
    {television, plain,
     "tv;televisie;television;televiseur;fernseher;smart tv;digibord;smartboard;"
     "presentatiescherm;narrowcasting scherm;interactive display;tv scherm;digital signage;"
     "touchboard"},
    {phone, plain,
     "vaste telefoon;ip telefoon;ip phone;desk phone;deskphone;voip;voip telefoon;dect;"
     "bureautelefoon;tischtelefon;telephone fixe;telephone ip;telefoontoestel"},
    {peripheral, stronger,
     "toetsenbord;keyboard;tastatur;clavier;muis;muizen;mouse;maus;souris;headset;koptelefoon;"
     "kopfhorer;casque;webcam;beamer;projector;videoprojecteur;scanner;barcodescanner;oplader;"
     "laptopoplader;charger;ladegerat;netzteil;chargeur;adapter;voedingsadapter;kabel;cable;"
     "laptoptas;tas;bag;tasche;sacoche;hoes;sleeve;case;monitorarm;monitor arm;standaard;"
     "laptopstandaard;stand;ups;externe schijf;external drive;usb stick;speakerphone;speaker;"
     "stylus;hub;kvm;toner;cartridge"},
    {{},
     plain,
     "bureaustoel;stoel;bureau;tafel;kast;fiets;auto;lamp;meubilair;koffiezetapparaat;"
     "koffieautomaat;koelkast;software;licentie;abonnement;garantie;simkaart;sim kaart;chair;"
     "desk;table;cabinet;bicycle;furniture;licence;license;subscription;warranty;sim card;"
     "fridge;stuhl;tisch;schrank;fahrrad;mobel;lizenz;chaise;armoire;velo;meuble;logiciel;"
     "voiture"}};

// Product lines of makers that sell to organisations.
constexpr List lines[] = {
    {laptop, plain,
     "thinkpad;latitude;elitebook;probook;zbook;macbook;lifebook;travelmate;ideapad;thinkbook;"
     "expertbook;zenbook;vivobook;tecra;portege;dynabook;surface laptop;surface book;xps 13;"
     "xps 15;matebook;toughbook;aspire;dragonfly"},
    {desktop, plain,
     "optiplex;thinkcentre;elitedesk;prodesk;eliteone;imac;mac mini;esprimo;veriton;"
     "surface studio"},
    {workstation, plain, "thinkstation;mac pro;mac studio;celsius;precision tower"},
    {thin_client, plain, "wyse;igel;futro"},
    {monitor, plain,
     "ultrasharp;thinkvision;elitedisplay;prodisplay;studio display;brilliance;prolite;eizo;"
     "flexscan;cinema display"},
    {smartphone, plain,
     "iphone;fairphone;galaxy s;galaxy a;xcover;galaxy xcover;galaxy note;pixel;moto g;"
     "blackberry"},
    {smartphone, weak, "galaxy"},
    {tablet, plain, "ipad;galaxy tab;surface pro;surface go;mediapad;matepad"},
    {server, plain, "poweredge;proliant;thinksystem;primergy;ucs"},
    {storage, plain, "powervault;netapp;synology;qnap;unity"},
    {network, plain, "catalyst;aruba;meraki;fortigate;mikrotik;unifi;juniper"},
    {printer, plain,
     "laserjet;officejet;designjet;imagerunner;bizhub;ecosys;taskalfa;versalink;altalink;"
     "workforce;i sensys;lexmark"},
    {dock, stronger, "wd15;wd19;wd19s;wd19tb;wd22tb4;thunderbolt dock"},
    {television, plain, "bravia;surface hub"},
    {phone, plain, "yealink;polycom;snom"},
    {peripheral, stronger, "jabra;plantronics;logitech"}};

void append(std::vector<Word>& words, const List& list) {
    for (const std::string_view word : split(list.words, ';'))
        words.push_back({word, list.device, list.weight});
}

// More words first, then the longer, so that a name goes before its parts.
bool goes_before(const Word& one, const Word& other) {
    const auto count = [](const Word& word) { return std::count(word.words.begin(), word.words.end(), ' '); };
    if (count(one) != count(other)) return count(one) > count(other);
    if (one.words.size() != other.words.size()) return one.words.size() > other.words.size();
    return one.words < other.words;
}

}  // namespace

const std::vector<Word>& word_list() {
    static const std::vector<Word> words = [] {
        std::vector<Word> all;
        for (const List& list : kinds) append(all, list);
        for (const List& list : lines) append(all, list);
        std::sort(all.begin(), all.end(), goes_before);
        return all;
    }();
    return words;
}

}  // namespace kring::inventory

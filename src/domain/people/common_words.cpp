// SPDX-License-Identifier: EUPL-1.2
// The words that guessers begin with, put together by kind: what people call a password, the keys
// of a keyboard in order, first names, seasons, places, clubs, pets, work. With the endings and
// doublings that is_guessable sees through, they stand for far more than ten thousand passwords.
#include <algorithm>

#include "domain/people/password.hpp"
#include "platform/base/text.hpp"

namespace kring::people {

namespace {

constexpr std::string_view listed =
    "password passwort passwd pass wachtwoord wachtzin geheim geheime secret secrets sesam letmein welkom "
    "welcome "
    "toegang access login inloggen aanmelden signin admin administrator beheerder root user gebruiker guest "
    "gast "
    "test testing testtest temp tijdelijk default standaard master changeme verander nieuw newpass mypass "
    "mijn my "
    "the een het van voor met and your jouw "
    "qwerty qwertyuiop qwertyui qwertz qwertzuiop azerty azertyuiop asdf asdfgh asdfghjkl asdfjkl zxcvbn "
    "zxcvbnm "
    "qazwsx qazwsxedc wsxedc edcrfv rfvtgb tgbyhn qweasd qweasdzxc asdzxc zaqxsw zaqwsx zaqxswcde poiuytrewq "
    "lkjhgfdsa mnbvcxz uiop hjkl "
    "abc xyz aaa bbb "
    "ccc xxx "
    "zzz qq ww ee "
    "iloveyou ilove love you loveyou lovely liefde liefje schat schatje hou houvan jou forever altijd baby "
    "babygirl "
    "angel engel princess prinses prins king koning queen koningin hello hallo hoi goodbye doei vriend "
    "vrienden "
    "friend friends family familie mama papa moeder vader mother father oma opa zoon dochter kind kinderen "
    "monkey aap dragon draak tiger tijger lion leeuw eagle panther bear beer wolf horse paard paarden konijn "
    "rabbit "
    "hond hondje kat poes poesje cat dog doggy kitty fluffy snoopy garfield bella luna max buddy charlie "
    "rocky "
    "lucky simba minoes tommie pluto mickey minnie donald "
    "sunshine zonnetje zon sun maan moon ster star stars regenboog rainbow bloem bloemen flower flowers roos "
    "rozen "
    "butterfly vlinder "
    "lente voorjaar zomer herfst najaar winter spring summer autumn season seizoen "
    "januari februari maart april mei juni juli augustus september oktober november december january "
    "february march "
    "june july august october "
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag monday tuesday wednesday thursday friday "
    "saturday "
    "sunday weekend vakantie holiday kerst kerstmis christmas pasen sinterklaas "
    "rood oranje geel groen blauw paars zwart wit bruin grijs red orange yellow green blue purple black "
    "white brown "
    "silver gold goud zilver "
    "michael michelle jessica ashley daniel thomas robert jennifer jordan joshua matthew andrew anthony "
    "william "
    "richard joseph charles nicole amanda samantha hannah jan piet kees klaas henk hans peter pieter paul "
    "mark "
    "marco martijn jeroen bas tim tom daan sem lucas levi finn noah emma julia sophie anna lisa eva sara "
    "sarah "
    "maria johan johannes willem frank erik eric dennis patrick kevin robin sander stefan linda sandra "
    "monique "
    "ingrid petra esther marieke anouk kim iris laura "
    "football voetbal soccer baseball basketball hockey tennis fietsen schaatsen ajax feyenoord psv "
    "psveindhoven "
    "vitesse utrecht twente heerenveen groningen barcelona arsenal chelsea liverpool manchester united "
    "realmadrid "
    "superman batman spiderman starwars pokemon pikachu naruto matrix hunter shadow ninja killer warrior "
    "wizard "
    "merlin gandalf harley ferrari porsche mercedes bmw audi mustang corvette yamaha honda "
    "nederland netherlands holland dutch belgie belgium vlaanderen europa europe amsterdam rotterdam denhaag "
    "thehague eindhoven tilburg almere breda nijmegen arnhem haarlem enschede apeldoorn amersfoort zwolle "
    "leiden "
    "maastricht dordrecht delft alkmaar venlo leeuwarden antwerpen brussel gent london paris parijs berlin "
    "berlijn "
    "newyork "
    "computer internet google facebook twitter linkedin youtube apple microsoft windows office outlook teams "
    "samsung android iphone laptop telefoon phone wifi server database network netwerk netwerken "
    "gemeente provincie ministerie rijk rijksoverheid overheid waterschap rijkswaterstaat pianoo inkoop "
    "inkoper "
    "inkopen aanbesteding aanbesteden leverancier contract duurzaam duurzaamheid circulair circular klimaat "
    "kringloop kring leernetwerk bijeenkomst workshop school universiteit student docent leraar werk work "
    "kantoor "
    "bedrijf company bureau project team groep group organisatie manager directeur secretaris "
    "money geld rich rijkdom success succes power kracht freedom vrijheid peace vrede happy blij gelukkig "
    "geluk "
    "jesus jezus christ god heaven hemel faith geloof trustno whatever nothing niets iets something blahblah "
    "cookie koekje chocolate chocola cheese kaas pizza banana banaan orange appel peper pepper ginger bier "
    "wijn "
    "coffee koffie "
    "fuckyou fuck kut klote shit asshole bitch sexy hottie "
    "qwe asd zxc wer sdf xcv ert dfg cvb een twee drie vier vijf zes zeven acht negen tien one two three "
    "four five "
    "six seven eight nine ten "
    "correcthorsebatterystaple opensesame trustnoone iloveu mustang hallodaar welkomthuis "
    "1q2w3e4r5t6y7u8i9o0p 1q2w3e4r5t6y 1q2w3e4r5t 1q2w3e4r 1q2w3e q1w2e3r4t5y6 q1w2e3r4t5 q1w2e3r4 q1w2e3 "
    "1qaz2wsx3edc4rfv 1qaz2wsx3edc 1qaz2wsx 1qaz xsw2 zaq1xsw2cde3 zaq1xsw2 zaq12wsx zaq1 2wsx 3edc 4rfv "
    "cde3 "
    "1a2b3c4d5e6f 1a2b3c4d a1b2c3d4e5f6 a1b2c3d4 a1b2c3";

}  // namespace

const std::vector<std::string_view>& common_words() {
    static const std::vector<std::string_view> all = [] {
        std::vector<std::string_view> found = words(listed);
        std::sort(found.begin(), found.end(), [](std::string_view left, std::string_view right) {
            return left.size() != right.size() ? left.size() > right.size() : left < right;
        });
        found.erase(std::unique(found.begin(), found.end()), found.end());
        return found;
    }();
    return all;
}

}  // namespace kring::people

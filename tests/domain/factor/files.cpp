// SPDX-License-Identifier: EUPL-1.2
#include "tests/domain/factor/files.hpp"

namespace kring::factor {

File boavizta_file(const std::vector<Device>& devices) {
    std::string text =
        "manufacturer,name,category,subcategory,gwp_total,gwp_use_ratio,yearly_tec,lifetime,use_location,"
        "report_date,sources,sources_hash,gwp_error_ratio,gwp_manufacturing_ratio,weight,assembly_location,"
        "screen_size,server_type,hard_drive,memory,number_cpu,height,added_date,add_method,"
        "gwp_transport_ratio,gwp_eol_ratio,gwp_electronics_ratio,gwp_battery_ratio,gwp_hdd_ratio,"
        "gwp_ssd_ratio,gwp_othercomponents_ratio,comment\n";
    for (const Device& one : devices) {
        text += one.maker + "," + one.name + ",Workplace," + one.subcategory + "," + one.total + ",0.2," +
                one.tec +
                ",4,EU,2021-06-16,https://example.org/sheet.pdf,,0.2,0.75,1.5,CN,14,,,,,,2022-05-27,Manual,"
                "0.04,0.01,,,,,,\n";
    }
    return {"boavizta-data-us.csv", text};
}

File ember_file(const std::string& netherlands) {
    return {"ember-average-via-co2js.csv",
            "code,name,kind,year,gco2e_per_kwh\nNLD,Netherlands,country,2024," + netherlands +
                "\nEU,EU,group,2024,213.02\n"};
}

File yearly_file(int year, int grams) {
    return {"yearly_" + std::to_string(year) + ".js",
            "const data = { \"NL\": { \"zone\": { \"zoneName\": \"Netherlands\" }, \"carbonIntensity\": { "
            "\"value\": " +
                std::to_string(grams) +
                ", \"unit\": \"gCO2eq/kWh\" }, \"renewableEnergy\": { \"value\": 40, \"unit\": \"%\" }, "
                "\"carbonFreeEnergy\": { \"value\": 45, \"unit\": \"%\" } } };\nconst methodology = "
                "\"https://www.electricitymaps.com/data/methodology\";\nvar yearly_default = { data, "
                "methodology };\nexport {\n  data,\n  yearly_default as default,\n  methodology\n};\n"};
}

File own_file(const std::vector<std::string>& lines) {
    std::string text = "class,figure,unit,value,low,high,source,year,licence\n";
    for (const std::string& line : lines) text += line + "\n";
    return {"own.csv", text};
}

}  // namespace kring::factor

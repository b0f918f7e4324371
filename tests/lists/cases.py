"""Makes the lists, price lists and papers that the test of lists runs on. Every person is invented.

A case is a function that writes files into a folder and returns what a careful reader finds there, a Case.
Rows are numbered as a spreadsheet shows them; of a CSV file the first record is row 1.
"""
import csv
import datetime
import io
import os

import openpyxl

import papers

day = datetime.date.fromisoformat


class Case:
    """What must be found. Rows are (file, sheet number, row); a file of its own name stands for sheet 0."""

    def __init__(self, folder):
        self.folder = folder
        self.births = {}      # (file, sheet, row): (words of the name, birth date or "")
        self.same = []        # pairs of rows that are one person
        self.suspected = []   # pairs that must be shown, as same or as unsure
        self.different = []   # pairs that must not be merged
        self.dates = []       # (file, row, kind)
        self.papers = {}      # file: dict(number, birth, row or None, verdicts)
        self.mentions = []    # (file, text, row or None)
        self.units = []       # (file, set of spellings that are one unit)
        self.apart = []       # (file, two spellings that are two units)
        self.lists = {}       # file: number of lists of people in it

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text, encoding="utf-8"):
        with open(self.path(name), "wb") as file:
            file.write(text.encode(encoding))


class Table:
    """Rows of one sheet, and who stands in them."""

    def __init__(self, case, file, sheet=0, title=None):
        self.case, self.file, self.sheet, self.title, self.rows = case, file, sheet, title, []
        self.hidden, self.merged = False, []
        case.lists.setdefault(file, 0)

    def row(self, *cells):
        self.rows.append(list(cells))
        return len(self.rows)

    def person(self, cells, name, birth=""):
        row = self.row(*cells)
        key = (self.file, self.sheet, row)
        self.case.births[key] = (name, birth)
        return key

    def people(self, entries):
        """entries: (cells, name, birth)."""
        self.case.lists[self.file] += 1
        return [self.person(*entry) for entry in entries]


def save_xlsx(case, *tables):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for table in tables:
        sheet = book.create_sheet(table.title or f"Sheet{table.sheet + 1}")
        for cells in table.rows:
            sheet.append(cells)
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, datetime.date):
                    cell.number_format = "DD.MM.YYYY"
        for area in table.merged:
            sheet.merge_cells(area)
        if table.hidden:
            sheet.sheet_state = "hidden"
    book.save(case.path(tables[0].file))


def save_csv(table, separator=",", encoding="utf-8"):
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator="\r\n").writerows(table.rows)
    table.case.write(table.file, out.getvalue(), encoding)


def dmy(iso):
    return f"{iso[8:]}.{iso[5:7]}.{iso[:4]}" if iso else ""


def mdy(iso):
    return f"{iso[5:7]}/{iso[8:]}/{iso[:4]}"


def ru_titles(case):
    """A merged title, an empty row, real dates, a total and a note below; three kinds of doubles, two namesakes."""
    table = Table(case, "spisok.xlsx", title="Лист1")
    table.row("Список личного состава учебной группы № 4")
    table.row()
    table.row("№ п/п", "Фамилия, имя", "Дата рождения", "Дата контракта", "Подразделение", "Примечание")
    people = [("Ван Хайтао", "1991-04-17"), ("Ли Цзяньцзюнь", "1988-11-02"), ("Чэнь Сяомин", "1996-07-23"), ("Лю Чжэньдун", "1984-02-29"),
              ("Чжао Гоцян", "1999-09-05"), ("Хуан Чжиюань", "1993-12-30"), ("Чжоу Вэньбо", "1990-05-14"), ("У Цюшэн", "1987-03-08"),
              ("Сюй Лифэн", "1995-10-19"), ("Чэнь Сяомин", "1996-07-23"), ("Чжао Гоцянь", "1999-05-09"), ("Ли Цзяньцзюнь", "1997-06-25"),
              ("Хуан Чжиюань", "1993-12-20"), ("Сунь Юйцзэ", "2000-01-28")]
    at = table.people([((i + 1, name, day(birth), day("2024-08-12"), "3 взвод", None), name, birth) for i, (name, birth) in enumerate(people)])
    table.row("Итого:", 14)
    table.row()
    table.row("Список составил дежурный по части, сверено с журналом 15.08.2024")
    table.merged = ["A1:F1"]
    save_xlsx(case, table)
    case.same = [(at[2], at[9])]
    case.suspected = [(at[4], at[10]), (at[5], at[12])]
    case.different = [(at[1], at[11]), (at[0], at[13])]


def uk_windows_1251(case):
    """Semicolons in windows-1251; one column with patronymics; a digit off; a namesake; missing dates."""
    table = Table(case, "perelik.csv")
    table.row("№", "ПІБ", "Дата народження", "Військове звання", "Телефон")
    people = [("Гнатенко Остап Юрійович", "1989-06-21"), ("Лисогор Мар'яна Петрівна", "1994-01-15"), ("Ткачук Зеновій Ілліч", "1978-09-30"),
              ("Приходько Єлизавета Андріївна", "2000-12-01"), ("Вербовий Тарас Гнатович", ""), ("Ковальчук Іван Степанович", "1985-03-03"),
              ("Ковальчук Іван Степанович", "1961-10-27"), ("Гнатенко Остап Юрійович", "1989-06-27"), ("Щербань Богдан Якович", "1992-02-11"),
              ("Ткачук Зиновій Ілліч", "1978-09-30")]
    at = table.people([((i + 1, name, dmy(birth), "солдат", f"067 000 0{i:03}"), name, birth) for i, (name, birth) in enumerate(people)])
    save_csv(table, ";", "windows-1251")
    case.same = [(at[2], at[9])]
    case.suspected = [(at[0], at[7])]
    case.different = [(at[5], at[6])]


def en_columns(case):
    """Family and given names in two columns, month first, unrelated columns, Western and Arabic names, a swap."""
    table = Table(case, "volunteers.csv")
    table.row("Ref", "Surname", "Given name", "DOB", "E-mail", "Shoe size", "Joined")
    people = [("Hollings", "Peter James", "1983-07-28"), ("Marchetti", "Lucia", "1990-02-14"), ("Al-Sabbagh", "Khaled", "1979-11-30"),
              ("Okonjo", "Chidi", "1995-05-17"), ("Haddad", "Mariam", "1988-08-08"), ("Lucia", "Marchetti", "1990-02-14"),
              ("Vandermeer", "Joost", "1971-01-25"), ("Haddad", "Mariam", "1968-03-19"), ("Hollings", "Peter J.", "1983-07-28"),
              ("Alsabbagh", "Khalid", "1979-11-30")]
    at = table.people([((f"V-{i:03}", family, given, mdy(birth), f"v{i}@example.org", 40 + i % 5, "09/21/2023"), f"{given} {family}", birth)
                       for i, (family, given, birth) in enumerate(people)])
    save_csv(table)
    case.same = [(at[0], at[8])]
    case.suspected = [(at[1], at[5]), (at[2], at[9])]
    case.different = [(at[4], at[7])]


def zh_hanzi(case):
    """Chinese headings, Hanzi, dates as Chinese writes them; one man again in Pinyin."""
    table = Table(case, "mingdan.xlsx", title="名单")
    table.row("序号", "姓名", "性别", "出生日期", "单位")
    people = [("王海涛", "1991-04-17"), ("李建军", "1988-11-02"), ("陈晓明", "1996-07-23"), ("刘振东", "1984-02-29"), ("胡春亮", "1998-08-16"),
              ("朱庆和", "1986-10-01"), ("Zhu Qinghe", "1986-10-01"), ("高天宇", "2001-03-12"), ("王海涛", "1975-12-05")]
    at = table.people([((i + 1, name, "男", f"{int(b[:4])}年{int(b[5:7])}月{int(b[8:])}日", "第二连"), name, b) for i, (name, b) in enumerate(people)])
    save_xlsx(case, table)
    case.same = [(at[5], at[6])]
    case.different = [(at[0], at[8])]


def uk_three_columns(case):
    """Tab-separated, three name columns, ISO dates, a double that lost its patronymic."""
    table = Table(case, "osoby.tsv")
    table.row("Прізвище", "Ім’я", "По батькові", "Дата народження", "Підрозділ")
    people = [("Бойченко", "Орест", "Львович", "1990-09-13"), ("Савчин", "Наталія", "Олегівна", "1987-04-22"), ("Мельничук", "Юхим", "Дем'янович", "1973-07-07"),
              ("Рябокінь", "Софія", "Тарасівна", "1999-11-19"), ("Бойченко", "Орест", "", "1990-09-13"), ("Мельничук", "Юхим", "Дем'янович", "1993-07-17")]
    at = table.people([((f, g, p, b, "1 рота"), f"{f} {g} {p}".strip(), b) for f, g, p, b in people])
    save_csv(table, "\t")
    case.same = [(at[0], at[4])]
    case.different = [(at[2], at[5])]


def ru_words_and_short_years(case):
    """Dates in words, two-digit years, a cell with a line break, a comma in a cell."""
    table = Table(case, "kandidaty.csv")
    table.row("ФИО", "Родился", "Адрес", "Дата заключения контракта")
    people = [("Дорохин Савелий Игнатьевич", "3 марта 1994 г.", "1994-03-03"), ("Юлдашев Бахтиёр", "17 ноября 1989", "1989-11-17"),
              ("Мордасов Пётр Лукич", "05.06.87", "1987-06-05"), ("Каримов Шерзод Анварович", "21.12.99", "1999-12-21"),
              ("Зуева Инна Марковна", "9 мая 2001 года", "2001-05-09"), ("Тхапа Рамеш", "", "")]
    table.people([((name, text, "г. Выдуманск,\nул. Лесная, 5", "12.09.2024"), name, birth) for name, text, birth in people])
    save_csv(table)


def several_sheets(case):
    """Two lists of people, a price list and a hidden sheet of people; one man stands on two sheets."""
    first = Table(case, "book.xlsx", 0, "Group A")
    first.row("Name", "Date of birth", "Unit")
    one = first.people([((n, day(b), "Supply platoon"), n, b) for n, b in
                        [("Zhang Renzhi", "1992-05-05"), ("Wang Haitao", "1991-04-17"), ("Gao Tianyu", "2001-03-12")]])
    prices = Table(case, "book.xlsx", 1, "Stock")
    for cells in [("Item", "Price", "Quantity"), ("Boots", 41.5, 200), ("Rain cape", 12, 350), ("Tarpaulin", 80, 12)]:
        prices.row(*cells)
    second = Table(case, "book.xlsx", 2, "Group B")
    second.row()
    second.row("Name", "Date of birth", "Unit")
    two = second.people([((n, day(b), "Repair platoon"), n, b) for n, b in
                         [("Liang Qiwen", "1986-06-18"), ("WANG HAITAO", "1991-04-17"), ("Song Changlin", "1990-10-10")]])
    last = Table(case, "book.xlsx", 3, "Old")
    last.row("Name", "Date of birth")
    last.people([((n, day(b)), n, b) for n, b in [("Tang Xuebin", "1985-01-09"), ("Xu Mingzhe", "1994-08-27")]])
    last.hidden = True
    save_xlsx(case, first, prices, second, last)
    case.same = [(one[1], two[1])]
    case.different = [(one[0], two[2])]


def no_header(case):
    table = Table(case, "raw.csv")
    people = [("Чжан Жэньчжи", "1992-05-05"), ("Гао Тяньюй", "2001-03-12"), ("Линь Шутянь", "1989-09-09"), ("Хэ Цзысюань", "1997-02-26"),
              ("Го Цзянин", "1990-07-31"), ("Ма Жуйсян", "1983-12-12")]
    table.people([((i + 1, name, dmy(birth), "стрелок"), name, birth) for i, (name, birth) in enumerate(people)])
    save_csv(table, ";")


def no_people(case):
    """Price list, companies, towns, a budget: nobody stands in them."""
    goods = Table(case, "prices.xlsx", title="Прайс")
    goods.row("Прайс-лист на 01.03.2025")
    for cells in [("Наименование", "Ед.", "Цена, руб.", "Дата поставки"), ("Сапоги зимние", "пара", 4100, day("2025-03-10")),
                  ("Куртка «Алина»", "шт", 5200, day("2025-03-11")), ("Чай Иван", "кг", 380, day("2025-03-12")), ("Ван Гог, репродукция", "шт", 900, day("2025-03-12"))]:
        goods.row(*cells)
    save_xlsx(case, goods)
    firms = Table(case, "firms.csv")
    for cells in [("Name", "Registered", "Country"), ("Hollings & Marsh Ltd", "2001-04-17", "United Kingdom"), ("Peter Vandal Holdings LLC", "1998-03-09", "United States"),
                  ("ООО «Ромашка Плюс»", "2010-11-30", "Russia"), ("Shenzhen Haitao Trading Co., Ltd.", "2015-06-06", "China")]:
        firms.row(*cells)
    save_csv(firms)
    towns = Table(case, "towns.csv")
    for cells in [("Name", "Population", "Founded"), ("San Marino", "4040", "1463"), ("Santa Rosa", "178127", "1833"), ("Saint Louis", "301578", "1764"), ("Ivanivka", "1200", "1795")]:
        towns.row(*cells)
    save_csv(towns)
    ships = Table(case, "ships.tsv")
    for cells in [("Vessel name", "Built", "Flag"), ("Maria Theresa", "2004-05-01", "Panama"), ("Captain Ivan", "1999-10-12", "Liberia"), ("Lady Anna", "2011-01-19", "Malta")]:
        ships.row(*cells)
    save_csv(ships, "\t")


def two_scripts(case):
    """One list, half of it transliterated: the same people in Cyrillic and Latin letters."""
    table = Table(case, "mixed.csv")
    table.row("ID", "Full name", "Birth date", "Passport No")
    people = [("Линь Шутянь", "1989-09-09", "E11000001"), ("Lin Shutian", "1989-09-09", ""), ("Дорохин Савелий", "1994-03-03", ""), ("Dorokhin Saveliy", "1994-03-03", ""),
              ("Приходько Єлизавета", "2000-12-01", ""), ("Prykhodko Yelyzaveta", "2000-12-01", ""), ("Lin Shutian", "1971-02-14", ""), ("Хэ Цзысюань", "1997-02-26", "E11000002"),
              ("He Zixuan", "1979-03-15", ""), ("Okonjo Chidi", "1995-05-17", "")]
    at = table.people([((i + 1, name, birth, number), name, birth) for i, (name, birth, number) in enumerate(people)])
    save_csv(table)
    case.same = [(at[0], at[1]), (at[2], at[3]), (at[4], at[5])]
    case.different = [(at[1], at[6]), (at[7], at[8]), (at[0], at[6])]


def header_in_row_five(case):
    table = Table(case, "annex.xlsx", title="Annex 2")
    table.row("ANNEX 2")
    table.row("List of persons enlisted in the third quarter")
    table.row(None, None, "For official use")
    table.row()
    table.row("No.", "Family name and given name", "Date and place of birth", "Date of birth", "Nationality", "Contract signed", "Position")
    people = [("LUO Jiahui", "1990-01-31", "Wuhan"), ("XU Mingzhe", "1994-08-27", "Jinan"), ("SUN Yuze", "2000-01-28", "Harbin"), ("ZHU Qinghe", "1986-10-01", "Taiyuan"),
              ("LUO Jia Hui", "1990-01-31", "Wuhan"), ("TAMANG Bishal", "1998-04-04", "Pokhara")]
    at = table.people([((i + 1, name, f"{dmy(birth)}, {town}", day(birth), "China", day("2024-07-15"), "rifleman"), name, birth) for i, (name, birth, town) in enumerate(people)])
    table.row("Total", None, None, None, None, None, "6 persons")
    table.row("Signed: head of the enlistment desk")
    save_xlsx(case, table)
    case.same = [(at[0], at[4])]


def odd_dates(case):
    """Impossible, doubtful and empty dates; the good ones say nothing."""
    table = Table(case, "dates.csv")
    table.row("Фамилия Имя Отчество", "Дата рождения", "Дата подписания контракта")
    entries = [("Громов Илья Саввич", "30.02.1990", "2024-05-05", "", "impossible"), ("Белых Роман Ильич", "14.13.1988", "2024-05-05", "", "impossible"),
               ("Чудов Лев Павлович", "12.06.2015", "2024-05-05", None, "doubtful"), ("Сизов Марк Юрьевич", "01.07.1890", "2024-05-05", None, "doubtful"),
               ("Ольхин Денис Сергеевич", "19.08.1992", "2024-05-05", "1992-08-19", None), ("Рудин Антон Олегович", "29.02.1996", "2024-05-05", "1996-02-29", None),
               ("Котов Глеб Ильич", "29.02.1995", "2024-05-05", "", "impossible"), ("Ясенев Кирилл Львович", "неизвестно", "2024-05-05", "", None),
               ("Панов Егор Маркович", "11.11.1991", "2091-05-05", "1991-11-11", "doubtful"), ("Листов Фёдор Ильич", "07.03.1986", "2023-12-31", "1986-03-07", None)]
    case.lists[table.file] = 1
    for name, text, signed, birth, kind in entries:
        key = table.person((name, text, dmy(signed)), name, birth or "")
        if birth is None:
            del case.births[key]
        if kind:
            case.dates.append((table.file, key[2], kind))
    save_csv(table, ";")


def units(case):
    """Units in several spellings, and two that are two."""
    table = Table(case, "units.xlsx", title="Список")
    table.row("Фамилия", "Имя", "Отчество", "Д.р.", "В/ч, подразделение", "Должность")
    spellings = ["1-я штурмовая рота", "1 штурмовая рота", "2-я штурмовая рота", "Рота БПЛА", "рота  БпЛА", "1-я штурмовая рота", "11-я штурмовая рота",
                 "Медицинский взвод", "мед. взвод", "2-я штурмовая рота"]
    people = [("Абросов", "Юрий", "Ильич"), ("Вяткин", "Олег", "Петрович"), ("Гусляров", "Иван", "Юрьевич"), ("Жилин", "Пётр", "Львович"), ("Зорин", "Марк", "Олегович"),
              ("Исаков", "Лев", "Ильич"), ("Клюев", "Юлий", "Саввич"), ("Лопатин", "Рем", "Павлович"), ("Мячин", "Артём", "Ильич"), ("Нилов", "Фома", "Игоревич")]
    table.people([((f, g, p, day(f"19{80 + i}-0{1 + i % 9}-1{i}"), unit, "стрелок"), f"{f} {g} {p}", f"19{80 + i}-0{1 + i % 9}-1{i}")
                  for i, ((f, g, p), unit) in enumerate(zip(people, spellings))])
    save_xlsx(case, table)
    case.units = [(table.file, {"1-я штурмовая рота", "1 штурмовая рота"}), (table.file, {"Рота БПЛА", "рота  БпЛА"})]
    case.apart = [(table.file, "1-я штурмовая рота", "2-я штурмовая рота"), (table.file, "1-я штурмовая рота", "11-я штурмовая рота")]


def passports(case):
    """Seven states' passports against one roster: on it, on it twice alike, on it with another date, not on it."""
    table = Table(case, "roster.csv")
    table.row("№", "ФИО", "Дата рождения", "Подразделение")
    people = [("Лян Цивэнь", "1986-06-18"), ("Сун Чанлинь", "1990-10-10"), ("Гнатенко Остап Юрійович", "1989-06-21"), ("Дорохин Савелий Игнатьевич", "1994-03-03"),
              ("Юлдашев Бахтиёр", "1989-11-17"), ("Шарма Викрам", "1996-01-24"), ("Таманг Бишал", "1998-04-04"), ("Тан Сюэбинь", "1985-01-09"),
              ("Тан Сюэбинь", ""), ("Сюй Минчжэ", "1994-08-27"), ("Ло Цзяхуэй", "1990-01-31"), ("Ма Жуйсян", "1983-12-12")]
    at = table.people([((i + 1, name, dmy(birth), "взвод"), name, birth) for i, (name, birth) in enumerate(people)])
    save_csv(table, ";")
    case.suspected = [(at[7], at[8])]
    made = [("p01.jpg", "CHN", "LIANG", "QIWEN", "EJ1234507", "1986-06-18", at[0], ["same"], dict(quality=80, native="梁启文")),
            ("p02.jpg", "CHN", "SONG", "CHANGLIN", "EJ7654320", "1990-10-10", at[1], ["same"], dict(quality=60, width=1500)),
            ("p03.png", "UKR", "HNATENKO", "OSTAP", "FX040506", "1989-06-21", at[2], ["same"], dict(width=900)),
            ("p04.jpg", "RUS", "DOROKHIN", "SAVELII", "751122334", "1994-03-03", at[3], ["same"], dict(quality=90, noise=30)),
            ("p05.jpg", "UZB", "YULDASHEV", "BAKHTIYOR", "AB5566770", "1989-11-17", at[4], ["same"], dict(quality=75)),
            ("p06.jpg", "IND", "SHARMA", "VIKRAM", "T8899001", "1996-01-24", at[5], ["same"], dict(quality=85, width=2000)),
            ("p07.jpg", "NPL", "TAMANG", "BISHAL", "PA0102033", "1998-04-04", at[6], ["same"], dict(quality=70, width=800)),
            ("p08.jpg", "CHN", "TANG", "XUEBIN", "EK1010101", "1979-05-05", None, ["unsure", "none"], dict(quality=80)),
            ("p09.jpg", "CHN", "XU", "MINGZHE", "EK2020202", "1994-08-21", at[9], ["same", "unsure"], dict(quality=80, native="许明哲")),
            ("p10.jpg", "CHN", "GUO", "JIANING", "EK3030303", "1990-07-31", None, ["none"], dict(quality=80))]
    for i, (file, state, family, given, number, birth, row, verdicts, look) in enumerate(made):
        zone = papers.td3(state, family, given, number, birth, "2031-05-20", kind="PO" if state == "CHN" else "P<")
        papers.draw(case.path(file), zone, [state, family, given, dmy(birth)], seed=i, **look)
        case.papers[file] = dict(number=number, birth=birth, row=row, verdicts=verdicts, name=f"{family} {given}")


def other_papers(case):
    """A card of size TD1, a visa of kind A, a zone with a wrong check digit, a picture without a zone."""
    papers.draw(case.path("card.jpg"), papers.td1("UTO", "TESTOVA", "ANNA MARIA", "D23145890", "1974-08-12", "2032-04-15"), ["UTOPIA"], quality=85)
    papers.draw(case.path("visa.png"), papers.visa_a("UTO", "RAMIREZ", "DIEGO", "L8988901C", "1984-09-16", "2027-06-15", "ESP"), ["VISA"])
    zone = papers.wrong_digit(papers.td3("UTO", "ERIKSEN", "NILS", "L898902C3", "1974-08-12", "2029-04-15"), 1, 15)
    papers.draw(case.path("wrong.jpg"), zone, ["UTOPIA"], quality=85)
    papers.draw(case.path("blank.jpg"), [" " * 44], ["MEAL CARD", "Canteen No 4", "valid 2025"], quality=85)
    case.papers = {"card.jpg": dict(number="D23145890", birth="1974-08-12", row=None, verdicts=["none"], name="TESTOVA ANNA MARIA"),
                   "visa.png": dict(number="L8988901C", birth="1984-09-16", row=None, verdicts=["none"], name="RAMIREZ DIEGO"),
                   "wrong.jpg": dict(number="L898902C3", birth=None, row=None, verdicts=["none"], name="ERIKSEN NILS", flawed=True),
                   "blank.jpg": None}


def reports(case):
    """Names in a report that are a roster's, in cases and in Latin letters; two rows alike; strangers."""
    table = Table(case, "roster.csv")
    table.row("ФИО", "Дата рождения")
    people = [("Лян Цивэнь", "1986-06-18"), ("Сун Чанлинь", "1990-10-10"), ("Дорохин Савелий Игнатьевич", "1994-03-03"), ("Мордасова Инна Марковна", "1987-06-05"),
              ("Го Цзянин", "1990-07-31"), ("Го Цзянин", "1978-01-02")]
    at = table.people([((name, dmy(birth)), name, birth) for name, birth in people])
    save_csv(table)
    case.different = [(at[4], at[5])]
    case.write("zametka.txt", "По словам соседей, Савелия Дорохина видели в райцентре в мае. Вместе с ним приехала Инна Мордасова. "
               "О Лян Цивэне в посёлке не слышали. Механик Захар Кутейкин говорит, что приезжих было трое.\n")
    case.write("note.txt", "A ledger seen by the paper names Song Changlin and a driver, Guo Jianing. The clerk, Edith Marlowe, would not say who kept the ledger.\n")
    case.mentions = [("zametka.txt", "Савелия Дорохина", at[2]), ("zametka.txt", "Инна Мордасова", at[3]), ("zametka.txt", "Лян Цивэне", at[0]),
                     ("zametka.txt", "Захар Кутейкин", None), ("note.txt", "Song Changlin", at[1]), ("note.txt", "Edith Marlowe", None), ("note.txt", "Guo Jianing", "either")]


def writings_of_dates(case):
    """One column that writes its dates as clerks do, each differently."""
    table = Table(case, "dates.tsv")
    table.row("Full name", "Date of birth (day/month/year)", "Contract no.", "Enlisted")
    entries = [("Odell Brannigan", "19940312", "1994-03-12"), ("Tess Quillan", "1994/3/12", "1994-03-12"), ("Ruud Vandermeer", "12/03/94", "1994-03-12"),
               ("Ines Calvoso", "03-Mar-94", "1994-03-03"), ("Pavlo Drobot", "12 Mar 1994", "1994-03-12"), ("Amit Sharmo", "March 5, 1994", "1994-03-05"),
               ("Lena Ostrow", "06.1990", "1990-06"), ("Yusuf Karimli", "1990", "1990"), ("Mei Castell", "5 Apr. 1991", "1991-04-05"), ("Noor Haddadi", "2.4.1988", "1988-04-02")]
    table.people([((name, text, f"K-{i}/24", "2024-06-01"), name, birth) for i, (name, text, birth) in enumerate(entries)])
    save_csv(table, "\t")


def russian_months(case):
    table = Table(case, "mesyacy.csv")
    table.row("Ф.И.О.", "Дата рожд.", "Контракт от")
    entries = [("Дорохин С.И.", "12 мар. 1994", "1994-03-12"), ("ГУСЛЯРОВ Иван Юрьевич", "1994 г.р.", "1994"), ("Жилин Пётр Львович", "01.02.1990г.", "1990-02-01"),
               ("Зорин Марк Олегович", "1.2.90", "1990-02-01"), ("Исаков Лев Ильич", "12-03-1994", "1994-03-12"), ("Клюев Юлий Саввич", "март 1994", "1994-03")]
    table.people([((name, text, "10.10.2024 г."), name, birth) for name, text, birth in entries])
    save_csv(table, ";", "utf-8-sig")


def two_row_header(case):
    """A header of two rows with merged cells, sections between the people, a signature below."""
    table = Table(case, "shtat.xlsx", title="ШДС")
    table.row("Штатно-должностной список")
    table.row("№", "ФИО", "Дата", None, "Воинская часть", "Звание")
    table.row(None, None, "рождения", "контракта", None, None)
    table.row("1-е отделение")
    one = table.people([((i + 1, n, day(b), day("2024-11-02"), "в/ч 00000", "рядовой"), n, b) for i, (n, b) in
                        enumerate([("Тан Сюэбинь", "1985-01-09"), ("Го Цзянин", "1990-07-31"), ("Сюй Минчжэ", "1994-08-27")])])
    table.row("2-е отделение")
    for i, (n, b) in enumerate([("Лян Цивэнь", "1986-06-18"), ("Сюй Минжэ", "1994-08-27"), ("Таманг Бишал", "1998-04-04")]):
        key = table.person((i + 4, n, day(b), day("2024-11-02"), "в/ч 00000", "рядовой"), n, b)
        one.append(key)
    table.row()
    table.row("Начальник штаба", None, None, None, None, "майор")
    table.row(None, "Составил", None, None, "Фомичёв Т.Р.")
    table.merged = ["A1:F1", "C2:D2", "A4:F4", "A8:F8"]
    save_xlsx(case, table)
    case.same = [(one[2], one[4])]


def chinese_in_gb(case):
    """A Chinese list in GB18030 with commas; compact dates; Pinyin beside Hanzi."""
    table = Table(case, "renyuan.csv")
    table.row("编号", "姓名", "拼音", "出生年月日", "护照号", "职务")
    entries = [("张仁志", "ZHANG RENZHI", "1992.05.05", "EJ0011223"), ("宋长林", "SONG CHANGLIN", "1990.10.10", "EJ0011224"), ("欧阳子轩", "OUYANG ZIXUAN", "1995.3.2", "EJ0011225"),
               ("许明哲", "XU MINGZHE", "1994.08.27", "EJ0011226"), ("许明喆", "XU MINGZHE", "1994.08.27", "EJ0011226")]
    at = table.people([((i + 1, han, latin, date, number, "步枪手"), han, date_of(date)) for i, (han, latin, date, number) in enumerate(entries)])
    save_csv(table, ",", "gb18030")
    case.suspected = [(at[3], at[4])]  # one passport, one reading, other characters


def date_of(dotted):
    year, month, last = dotted.split(".")
    return f"{year}-{int(month):02}-{int(last):02}"


def three_of_one(case):
    """One man three times, in Western order, with hyphen, in Palladius; another with only the family name alike; a passport shared by two names."""
    table = Table(case, "arrivals.csv")
    table.row("Name", "Surname", "Birth date", "Passport", "Age")
    entries = [("Mingzhe", "Xu", "27.08.1994", "EK2020202", "1994-08-27"), ("Ming-zhe", "Xu", "27.08.1994", "", "1994-08-27"), ("Минчжэ", "Сюй", "27.08.1994", "", "1994-08-27"),
               ("Minghao", "Xu", "03.02.1999", "EK3434343", "1999-02-03"), ("Bishal", "Tamang", "04.04.1998", "PA0102033", "1998-04-04"),
               ("Vikram", "Sharma", "24.01.1996", "T8899001", "1996-01-24"), ("Minsu", "Kim", "15.06.1993", "M11223344", "1993-06-15"), ("Minseok", "Kim", "18.09.1997", "M22334455", "1997-09-18")]
    at = table.people([((given, family, date, number, 30), f"{family} {given}", birth) for given, family, date, number, birth in entries])
    save_csv(table, "|", "utf-16")
    case.same = [(at[0], at[1]), (at[0], at[2]), (at[1], at[2])]
    case.different = [(at[0], at[3]), (at[6], at[7])]


def more_without_people(case):
    """Tables in which names of persons' shape stand for other things."""
    tables = {"holidays.csv": [("Holiday name", "Date"), ("New Year", "2025-01-01"), ("Saint Andrew", "2025-11-30"), ("Saint Nicholas", "2025-12-06")],
              "streets.csv": [("Улица", "Дом", "Дата ремонта"), ("Ивана Франко", "12", "01.02.2024"), ("Юрия Гагарина", "3", "05.02.2024"), ("Марии Ивановой", "7", "09.02.2024")],
              "units.csv": [("Подразделение", "Численность", "Дата"), ("1-я рота", "90", "01.02.2024"), ("2-я рота", "87", "01.02.2024")],
              "payments.csv": [("Дата", "Сумма", "Назначение"), ("01.02.2024", "300000", "Выплата"), ("05.02.2024", "195000", "Выплата")],
              "goods.csv": [("名称", "单位", "数量", "日期"), ("王老吉", "箱", "20", "2024-02-01"), ("张小泉", "把", "5", "2024-02-01"), ("李子园", "箱", "9", "2024-02-03")],
              "timetable.csv": [("Stop", "First bus", "Last bus"), ("Victoria Park", "05:40", "23:10"), ("Anna Square", "05:52", "23:22")],
              "stations.csv": [("Name", "Code", "Country"), ("Anna Maria Airport", "AMA", "Malta"), ("Victoria Station", "VIC", "Malta")],
              "pets.csv": [("Имя", "Порода", "Дата рождения"), ("Барсик", "сиамская", "01.02.2020"), ("Рекс", "овчарка", "03.04.2019")],
              "results.csv": [("Team", "Date", "Score"), ("Victoria Berlin", "2024-03-01", "2:1"), ("Santa Clara", "2024-03-02", "0:0"), ("San Jose", "2024-03-09", "1:1")]}
    for file, rows in tables.items():
        table = Table(case, file)
        for cells in rows:
            table.row(*cells)
        save_csv(table)


def harder_pictures(case):
    """Small, turned by a degree, stretched, TD2, long names cut short, a zone high on the page."""
    looks = [("q1.jpg", dict(quality=60, width=760)), ("q2.jpg", dict(quality=70, turn=1.2)), ("q3.png", dict(stretch=1.08)), ("q4.jpg", dict(quality=65, noise=60, width=1300)),
             ("q5.jpg", dict(quality=80, turn=-2.0, width=1600)), ("q6.jpg", dict(quality=75, width=2600, native="梁启文"))]
    for i, (file, look) in enumerate(looks):
        zone = papers.td3("KAZ", "ABDRAKHMANOV", "NURLAN SERIK", f"N0{i}455667", "1987-06-0" + str(i + 1), "2030-02-02")
        papers.draw(case.path(file), zone, ["KAZAKHSTAN", "ABDRAKHMANOV", "NURLAN SERIK"], seed=i, **look)
        case.papers[file] = dict(number=f"N0{i}455667", birth="1987-06-0" + str(i + 1), row=None, verdicts=["none"], name="ABDRAKHMANOV NURLAN SERIK")


def uk_report(case):
    """Ukrainian inflected forms of Chinese and Ukrainian names; a first name alone is nobody."""
    table = Table(case, "spysok.csv")
    table.row("Прізвище та ім'я", "Дата народження", "Посада")
    people = [("Лі Цзяньцзюнь", "1988-11-02"), ("Чжоу Веньбо", "1990-05-14"), ("Приходько Єлизавета", "2000-12-01"), ("Ткачук Зеновій", "1978-09-30"), ("Сунь Юйцзе", "2000-01-28")]
    at = table.people([((n, dmy(b), "стрілець"), n, b) for n, b in people])
    save_csv(table, ";")
    case.write("novyna.txt", "У списку знайшли Зеновія Ткачука і Єлизавету Приходько. Про Чжоу Веньбо сусіди не чули. "
               "Зеновій, водій із сусіднього села, сказав, що нікого не бачив. Розповіла про це Ольга Тестова.\n")
    case.mentions = [("novyna.txt", "Зеновія Ткачука", at[3]), ("novyna.txt", "Єлизавету Приходько", at[2]), ("novyna.txt", "Чжоу Веньбо", at[1]), ("novyna.txt", "Ольга Тестова", None)]


ALL = [writings_of_dates, russian_months, two_row_header, chinese_in_gb, three_of_one, more_without_people, harder_pictures, uk_report,
       ru_titles, uk_windows_1251, en_columns, zh_hanzi, uk_three_columns, ru_words_and_short_years, several_sheets, no_header, no_people, two_scripts,
       header_in_row_five, odd_dates, units, passports, other_papers, reports]

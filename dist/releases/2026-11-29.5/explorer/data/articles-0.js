teletipo.take("articles",0,[
{"id":"a_d5cd10d96f79bf51","title":null,"outlet":null,"date":"2024-06-20","path":"web/000_42df7e040b51c632.txt","url":null,"byline":"Stella Kim and Mithil Aggarwal","duplicate_of":null,"whole":false},
{"id":"a_aa155be6dfc358f8","title":null,"outlet":null,"date":"2024-06-19","path":"web/001_fefd88a4e3205a57.txt","url":null,"byline":null,"duplicate_of":null,"whole":false},
{"id":"a_f3ddcb4635230e6c","title":null,"outlet":"Radio Free Asia","date":"2023-09-11","path":"web/003_aea391b7b29aaf7b.txt","url":null,"byline":null,"duplicate_of":null,"whole":false},
{"id":"a_ac5bbaf2d1e85613","title":null,"outlet":null,"date":null,"path":"web/002_4ef7a0cfc06bde11.txt","url":null,"byline":null,"duplicate_of":null,"whole":false},
{"id":"a_fb5f15dfcbeed527","title":"Rusia y Corea del Norte oficializan tratado de defensa mutua: Una nueva alianza geopolítica","outlet":null,"date":null,"path":"web/004_97cf1369988613c2.txt","url":null,"byline":null,"duplicate_of":null,"whole":false}
]);
